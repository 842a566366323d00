namespace Ingest.Store.PageQueries.Overview;

/// <summary>What a collection holds and how much of it is recorded.</summary>
public sealed record OverviewTotals
{
    public required int Complaints { get; init; }

    /// <summary>The same with each letter campaign counted once.</summary>
    public required int Distinct { get; init; }

    /// <summary>Complaints with both a received and a response date.</summary>
    public required int Answered { get; init; }

    public required int AnsweredInTime { get; init; }

    public required int WithFinding { get; init; }

    public required int Upheld { get; init; }

    public required IReadOnlyList<MissingCount> Missing { get; init; }
}
