namespace Insights.Explanation;

/// <summary>One part of the points that a signal is ranked by.</summary>
/// <param name="Reason">What they are for.</param>
/// <param name="Points">How many; below 0 for points lost.</param>
public sealed record RankingPoint(string Reason, double Points)
{
    /// <summary>What was counted, in words; null where the signal's own numbers say it.</summary>
    public string? Detail { get; init; }
}
