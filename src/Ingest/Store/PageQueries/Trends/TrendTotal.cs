namespace Ingest.Store.PageQueries.Trends;

/// <summary>The sums of one series over the whole range.</summary>
public sealed record TrendTotal(string FirstCode, string SecondCode, TrendCounts Counts);
