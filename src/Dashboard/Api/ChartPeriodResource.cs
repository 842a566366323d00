using Insights.Detection;

namespace Dashboard.Api;

/// <summary>One period of a chart. What was not assessed is null.</summary>
public sealed record ChartPeriodResource(string Period, DateOnly FirstDay, int Observed, double? Expected, double? Lower, double? Upper, bool IsAlarm, bool IsComplete)
{
    public static ChartPeriodResource From(AssessedPeriod period) => new(
        period.Period.ToString(), period.Period.Start, period.Observed, Known(period.Expected), Known(period.Lower), Known(period.Upper), period.IsAlarm, !period.IsPartial);

    private static double? Known(double value) => double.IsFinite(value) ? value : null;
}
