namespace Ingest.Store.PageQueries.Trends;

/// <summary>The sums that every measure of the trends page is made of.</summary>
public sealed record TrendCounts
{
    public static readonly TrendCounts None = new();

    public int Complaints { get; init; }

    public int Distinct { get; init; }

    public int Answered { get; init; }

    public int AnsweredInTime { get; init; }

    public int WithFinding { get; init; }

    public int Upheld { get; init; }

    public static TrendCounts operator +(TrendCounts left, TrendCounts right) => new()
    {
        Complaints = left.Complaints + right.Complaints,
        Distinct = left.Distinct + right.Distinct,
        Answered = left.Answered + right.Answered,
        AnsweredInTime = left.AnsweredInTime + right.AnsweredInTime,
        WithFinding = left.WithFinding + right.WithFinding,
        Upheld = left.Upheld + right.Upheld,
    };

    public static TrendCounts Add(TrendCounts left, TrendCounts right) => left + right;
}
