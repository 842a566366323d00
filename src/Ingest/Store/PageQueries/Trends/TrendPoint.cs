using Insights.Complaints;

namespace Ingest.Store.PageQueries.Trends;

/// <summary>The sums of one series in one period.</summary>
public sealed record TrendPoint(string FirstCode, string SecondCode, Period Period, TrendCounts Counts);
