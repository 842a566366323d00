using Insights.Complaints;

namespace Dashboard.Charts;

/// <summary>One period of a chart. A value that is unknown is null: the line breaks there.</summary>
public sealed record ChartPoint(Period Period, double? Value)
{
    public double? Expected { get; init; }

    public double? Lower { get; init; }

    public double? Upper { get; init; }

    public bool IsAlarm { get; init; }

    /// <summary>True for a period that is not over: drawn hollow and dashed, never judged.</summary>
    public bool IsPartial { get; init; }

    /// <summary>True inside the stretch the signal is about.</summary>
    public bool IsInSignal { get; init; }
}
