using Insights.Complaints;

namespace Ingest.Store.PageQueries.Trends;

/// <summary>Which counts to read: a slice of a collection between two days, perhaps of one code only.</summary>
public sealed record TrendScope(int CollectionId, Slice Slice, DateOnly From, DateOnly To)
{
    /// <summary>Only this code of the slice's first dimension; null for all of them.</summary>
    public string? FirstCode { get; init; }

    /// <summary>Only this code of the slice's second dimension; null for all of them.</summary>
    public string? SecondCode { get; init; }
}
