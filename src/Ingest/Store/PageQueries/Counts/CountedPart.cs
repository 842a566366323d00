namespace Ingest.Store.PageQueries.Counts;

/// <summary>One row of counts, of a day or of a month, as the pages' sums see it.</summary>
internal sealed class CountedPart
{
    public required string Slice { get; init; }

    public required string FirstCode { get; init; }

    public required string SecondCode { get; init; }

    /// <summary>First day of the month it falls in.</summary>
    public DateOnly Month { get; init; }

    public int Complaints { get; init; }

    public int Distinct { get; init; }

    public int Answered { get; init; }

    public int AnsweredInTime { get; init; }

    public int WithFinding { get; init; }

    public int Upheld { get; init; }
}
