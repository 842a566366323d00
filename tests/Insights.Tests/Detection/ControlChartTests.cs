using System.Globalization;
using Insights.Detection.ControlCharts;
using Shouldly;
using TestSupport;
using Xunit;

namespace Insights.Tests.Detection;

public sealed class ControlChartTests
{
    private const int PeriodsPerYear = 52;

    [SharedDataFact("golden/control_charts.csv")]
    public void EarlyAberrationCharts_AgainstR_Agree()
    {
        Check("EARS_C1", (counts, index, alpha) => EarlyAberrationChart.C1(counts, index, alpha));
        Check("EARS_C2", (counts, index, alpha) => EarlyAberrationChart.C2(counts, index, alpha));
        Check("EARS_C3", (counts, index, alpha) => EarlyAberrationChart.C3(counts, index, alpha));
    }

    [SharedDataFact("golden/control_charts.csv")]
    public void WindowRules_AgainstR_Agree()
    {
        ReferenceWindowChart recent = new(0, 6, true, PeriodsPerYear);
        ReferenceWindowChart years = new(2, 4, false, PeriodsPerYear);
        Check("RKI1", (counts, index, _) => recent.JudgeByPoissonLimit(counts, index));
        Check("RKI3", (counts, index, _) => years.JudgeByPoissonLimit(counts, index));
        Check("Bayes1", recent.JudgeByPrediction);
    }

    [SharedDataFact("golden/control_charts.csv")]
    public void RossiCusum_AgainstR_Agrees()
    {
        Dictionary<string, RossiCusum> charts = [];
        Check("CUSUM_rossi", (counts, index, _) =>
        {
            string name = string.Join(',', counts.Take(40));
            RossiCusum chart = charts.TryGetValue(name, out RossiCusum? known) ? known : charts[name] = new RossiCusum(counts.Take(index).Average(), 1.04, 2.26);
            return chart.Next(counts[index]);
        });
    }

    [SharedDataFact("golden/xmr.csv")]
    public void IndividualsChart_AgainstNhsRules_Agrees()
    {
        GoldenFile file = GoldenFile.Read("xmr.csv");
        foreach (IGrouping<string, string[]> chart in file.Rows.GroupBy(row => string.Join('|', row.Take(3))))
        {
            string[][] rows = [.. chart];
            int basePoints = file.Integer(rows[0], "fix_after_n_points");
            double[] values = [.. rows.Select(row => file.Number(row, "value"))];
            IReadOnlyList<IndividualsPoint> points = IndividualsChart.Judge(values, basePoints == 0 ? null : basePoints, file.Text(rows[0], "screen_outliers") == "TRUE");
            for (int index = 0; index < rows.Length; index++)
            {
                string what = $"{chart.Key} t={index + 1}";
                points[index].Mean.ShouldBeRelatively(file.Number(rows[index], "mean"), 1e-10, what);
                points[index].Lower.ShouldBeRelatively(file.Number(rows[index], "lpl"), 1e-10, what);
                points[index].Upper.ShouldBeRelatively(file.Number(rows[index], "upl"), 1e-10, what);
                points[index].Cause.ShouldBe(CauseNamed(file.Text(rows[index], "special_cause")), what);
            }
        }
    }

    [Fact]
    public void SixPointsAboveTheMean_AreOrdinary_SevenAreNot()
    {
        IndividualsChart.Judge([5, 5.1, 5, 5.1, 5, 5.1, 1, 1.1, 1, 1.1, 1, 1.1]).ShouldAllBe(point => point.Cause != SpecialCause.RunAbove);
        IndividualsChart.Judge([5, 5.1, 5, 5.1, 5, 5.1, 5, 1, 1.1, 1, 1.1, 1, 1.1, 1]).Count(point => point.Cause is SpecialCause.RunAbove or SpecialCause.AboveLimit).ShouldBeGreaterThanOrEqualTo(7);
    }

    private static void Check(string method, Func<int[], int, double, ChartJudgement> judge)
    {
        Dictionary<string, int[]> series = GoldenFile.Series();
        GoldenFile file = GoldenFile.Read("control_charts.csv");
        string[][] rows = [.. file.Rows.Where(row => row[1] == method)];
        rows.ShouldNotBeEmpty();
        foreach (string[] row in rows)
        {
            string alphaText = row[2].Split(';').FirstOrDefault(part => part.StartsWith("alpha=", StringComparison.Ordinal)) ?? "alpha=0";
            double alpha = double.Parse(alphaText["alpha=".Length..], CultureInfo.InvariantCulture);
            int index = file.Integer(row, "t") - 1;
            ChartJudgement judgement = judge(series[row[0]], index, alpha);
            judgement.Upper.ShouldBeRelatively(file.Number(row, "upperbound"), 1e-8, $"{row[0]} {row[2]} t={index + 1}");
            judgement.IsAlarm.ShouldBe(file.Integer(row, "alarm") == 1, $"{row[0]} {row[1]} {row[2]} t={index + 1}");
        }
    }

    private static SpecialCause CauseNamed(string name) => name switch
    {
        "Above UCL" => SpecialCause.AboveLimit,
        "Below LCL" => SpecialCause.BelowLimit,
        "7 Point Trend (Increasing)" => SpecialCause.Rising,
        "7 Point Trend (Decreasing)" => SpecialCause.Falling,
        "2 in 3 Above CL" => SpecialCause.TwoOfThreeAbove,
        "2 in 3 Below CL" => SpecialCause.TwoOfThreeBelow,
        "7 Points Above CL" => SpecialCause.RunAbove,
        "7 Points Below CL" => SpecialCause.RunBelow,
        _ => SpecialCause.None,
    };
}
