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
