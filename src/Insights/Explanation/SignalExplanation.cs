namespace Insights.Explanation;

/// <summary>Why a signal looks as it does, in terms an examiner can check.</summary>
public sealed record SignalExplanation
{
    /// <summary>Words that set these complaints apart from the same series' past, strongest first.</summary>
    public required IReadOnlyList<DistinctiveTerm> Terms { get; init; }

    /// <summary>Subgroups that account for more of the rise than their usual share, strongest first.</summary>
    public required IReadOnlyList<DrivingGroup> Groups { get; init; }

    /// <summary>Complaints that stand for the rest: not near-duplicates of each other.</summary>
    public required IReadOnlyList<RepresentativeSentence> Examples { get; init; }
}
