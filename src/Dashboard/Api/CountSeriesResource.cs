using Dashboard.Pages.Trends;

namespace Dashboard.Api;

/// <summary>One series of counts.</summary>
public sealed record CountSeriesResource(string Name, string FirstCode, string SecondCode, int Complaints, double? Value, double? Size, IReadOnlyList<CountPeriodResource> Periods)
{
    public static CountSeriesResource From(TrendSeries series) => new(
        series.Name,
        series.FirstCode,
        series.SecondCode,
        series.Total.Complaints,
        series.Value,
        series.Size,
        [.. series.Points.Select((point, index) => CountPeriodResource.From(point, series.Counts[index]))]);
}
