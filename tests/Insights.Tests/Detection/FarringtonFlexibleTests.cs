using Insights.Detection.Farrington;
using MathNet.Numerics.Distributions;
using Shouldly;
using TestSupport;
using Xunit;

namespace Insights.Tests.Detection;

public sealed class FarringtonFlexibleTests
{
    private const double Tolerance = 1e-6;

    /// <summary>A season level without a single case has a mean of 0, which the iteration approaches without end: below this, closeness is absolute.</summary>
    private const double Smallest = 1e-3;

    [SharedDataFact("golden/farrington_flexible.csv")]
    public void EveryGoldenWeek_AgainstR_Agrees()
    {
        Dictionary<string, int[]> series = GoldenFile.Series();
        Dictionary<(string, string), FarringtonOptions> options = ReadOptions();
        GoldenFile file = GoldenFile.Read("farrington_flexible.csv");
        foreach (string[] row in file.Rows)
        {
            FarringtonOptions used = options[(row[0], row[1])];
            int index = file.Integer(row, "t") - 1;
            FarringtonResult result = new FarringtonFlexible(used).Judge(series[row[0]], index).ShouldNotBeNull();
            string what = $"{row[0]} {row[1]} t={index + 1}";

            result.Dispersion.ShouldBeRelatively(file.Number(row, "phi"), Tolerance, $"{what} phi");
            result.PValue.ShouldBeRelatively(file.Number(row, "pvalue"), Tolerance, $"{what} p", Smallest);
            result.Expected.ShouldBeRelatively(file.Number(row, "expected"), Tolerance, $"{what} expected", Smallest);
            result.Upper.ShouldBeRelatively(file.Number(row, "upperbound"), Tolerance, $"{what} upper");
            PackageMean(result, used).ShouldBeRelatively(file.Number(row, "mu0"), 1e-4, $"{what} mu0", Smallest);
            result.IsAlarm.ShouldBe(file.Integer(row, "alarm") == 1, what);
            result.HasEnoughCases.ShouldBe(!double.IsNaN(file.Number(row, "upperbound")), what);
            result.TrendCoefficient.HasValue.ShouldBe(file.Integer(row, "trend_used") == 1, what);
            (result.TrendCoefficient ?? double.NaN).ShouldBeRelatively(file.Number(row, "trend_coef"), 1e-4, $"{what} trend");
        }
    }

    [Fact]
    public void History_OneShortOfTheRule_IsNotJudged()
    {
        int[] counts = [.. Enumerable.Range(0, 264).Select(index => 3 + (index % 4))];
        FarringtonFlexible detector = new(new FarringtonOptions());

        detector.Judge(counts, 262).ShouldBeNull();
        detector.Judge(counts, 263).ShouldNotBeNull();
    }

    /// <summary>What the package reports as mu0: the mean itself, or an upper limit whose scale depends on the method.</summary>
    private static double PackageMean(FarringtonResult result, FarringtonOptions options)
    {
        double quantile = Normal.InvCDF(0, 1, 1 - options.Alpha);
        return options.Threshold switch
        {
            FarringtonThreshold.NegativeBinomial => result.Expected,
            FarringtonThreshold.NegativeBinomialUpperMean => result.Expected * Math.Exp(quantile * result.LinkStandardError),
            _ => Math.Exp(result.Expected + (quantile * result.Expected * result.LinkStandardError)),
        };
    }

    private static Dictionary<(string, string), FarringtonOptions> ReadOptions()
    {
        GoldenFile file = GoldenFile.Read("farrington_flexible_config.csv");
        return file.Rows.ToDictionary(row => (row[0], row[1]), row => new FarringtonOptions
        {
            PeriodsPerYear = file.Integer(row, "frequency"),
            YearsBack = file.Integer(row, "b"),
            WindowHalfWidth = file.Integer(row, "w"),
            SeasonLevels = file.Integer(row, "noPeriods"),
            PeriodsLeftOut = file.Integer(row, "pastWeeksNotIncluded"),
            WeightsThreshold = file.Number(row, "weightsThreshold"),
            TrendPValue = file.Number(row, "pThresholdTrend"),
            Alpha = file.Number(row, "alpha"),
            Threshold = file.Text(row, "thresholdMethod") switch
            {
                "nbPlugin" => FarringtonThreshold.NegativeBinomial,
                "muan" => FarringtonThreshold.NegativeBinomialUpperMean,
                _ => FarringtonThreshold.TwoThirdsPower,
            },
            MinimumCases = file.Integer(row, "limit54_cases"),
            MinimumCasesPeriods = file.Integer(row, "limit54_weeks"),
        });
    }
}
