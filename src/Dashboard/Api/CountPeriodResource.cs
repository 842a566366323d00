using Dashboard.Charts;
using Ingest.Store.PageQueries.Trends;

namespace Dashboard.Api;

/// <summary>One period of a series with all that its measures are made of.</summary>
public sealed record CountPeriodResource(
    string Period, DateOnly FirstDay, bool IsComplete, int Complaints, int Distinct, int Answered, int AnsweredInTime, int WithFinding, int Upheld, double? Value)
{
    public static CountPeriodResource From(ChartPoint point, TrendCounts counts) => new(
        point.Period.ToString(), point.Period.Start, !point.IsPartial, counts.Complaints, counts.Distinct, counts.Answered, counts.AnsweredInTime, counts.WithFinding, counts.Upheld, point.Value);
}
