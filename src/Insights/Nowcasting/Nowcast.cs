using Insights.Complaints;

namespace Insights.Nowcasting;

/// <summary>How complete the newest periods of a collection are, and what they will come to.</summary>
public sealed record Nowcast
{
    /// <summary>The length of its periods.</summary>
    public required Interval Interval { get; init; }

    /// <summary>The newest day on which complaints came in; null when none did.</summary>
    public required DateOnly? AsOf { get; init; }

    /// <summary>True when a complaint counts as in by the day it was received, false when by the day it was imported.</summary>
    public required bool ByReceipt { get; init; }

    /// <summary>Periods the delays were learned from.</summary>
    public required int LearnedFrom { get; init; }

    /// <summary>Whole periods of which less than 98% is in, oldest first.</summary>
    public required IReadOnlyList<NowcastPeriod> Periods { get; init; }

    /// <summary>Why nothing can be told; null when it can.</summary>
    public string? NotAssessed { get; init; }

    /// <summary>Part of a period that is in: 1 for periods that are complete or not known.</summary>
    public double ShareOf(DateOnly start) => Periods.FirstOrDefault(period => period.Start == start)?.Share ?? 1;
}
