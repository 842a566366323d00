namespace Insights.Explanation;

/// <summary>Why a signal looks as it does, in terms an examiner can check.</summary>
public sealed record SignalExplanation
{
    /// <summary>Words that set these complaints apart from the same series' past, strongest first.</summary>
    public required IReadOnlyList<DistinctiveTerm> Terms { get; init; }

    /// <summary>Subgroups that account for more of the rise than their usual share, strongest first.</summary>
    public required IReadOnlyList<DrivingGroup> Groups { get; init; }

    /// <summary>First day of the first period in which it can have begun; null for explanations made before this was told.</summary>
    public DateOnly? BeganEarliest { get; init; }

    /// <summary>First day of the last period in which it can have begun.</summary>
    public DateOnly? BeganLatest { get; init; }

    /// <summary>The same elsewhere at the same time.</summary>
    public IReadOnlyList<Neighbour> Neighbours { get; init; } = [];

    /// <summary>What the complaints do not say about themselves.</summary>
    public IReadOnlyList<MissingCode> Missing { get; init; } = [];

    /// <summary>The points that decide its rank; empty for explanations made before they were kept.</summary>
    public IReadOnlyList<RankingPoint> Points { get; init; } = [];

    /// <summary>All of it in one paragraph; null for explanations made before there was one.</summary>
    public string? Paragraph { get; init; }

    /// <summary>Complaints that stand for the rest: not near-duplicates of each other.</summary>
    public required IReadOnlyList<RepresentativeSentence> Examples { get; init; }
}
