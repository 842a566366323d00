using Dashboard.Charts;
using Insights.Complaints;
using Insights.Detection;

namespace Dashboard.Pages.Shared;

/// <summary>Turns the stored periods of a signal into points of a chart.</summary>
public static class SignalCharts
{
    public static IReadOnlyList<ChartPoint> Points(IEnumerable<AssessedPeriod> chart) => [.. chart.Select(period => new ChartPoint(period.Period, period.Observed)
    {
        Expected = Known(period.Expected),
        Lower = Known(period.Lower),
        Upper = Known(period.Upper),
        IsAlarm = period.IsAlarm && !period.IsPartial,
        IsPartial = period.IsPartial,
    })];

    /// <summary>What is drawn of a signal's chart: the newest years, or as far back as it takes to see its beginning with a year before it.</summary>
    /// <param name="chart">As stored.</param>
    /// <param name="since">First day of the signal.</param>
    /// <param name="years">Years shown at least.</param>
    public static IReadOnlyList<AssessedPeriod> Shown(IReadOnlyList<AssessedPeriod> chart, DateOnly since, int years)
    {
        if (chart.Count == 0)
        {
            return chart;
        }

        Interval interval = chart[0].Period.Interval;
        int beforeSignal = chart.Count(period => period.Period.Start < since);
        int first = Math.Min(chart.Count - PeriodsIn(interval, years), beforeSignal - PeriodsIn(interval, 1));
        return [.. chart.Skip(Math.Max(0, first))];
    }

    /// <summary>How many periods make the given years.</summary>
    public static int PeriodsIn(Interval interval, int years) => years * interval switch
    {
        Interval.Week => 52,
        Interval.Month => 12,
        Interval.Quarter => 4,
        _ => 1,
    };

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
