using System.Globalization;
using Dashboard.Charts;
using Dashboard.Pages.Shared;

namespace Dashboard.Pages.Trends;

/// <summary>The charts of a trend report.</summary>
public static class TrendCharts
{
    /// <summary>A chart of its own.</summary>
    public static LineChart Line(TrendReport report, TrendSeries series, string id) => new()
    {
        Id = id,
        Title = $"{series.Name}: {report.MeasureTitle} by {DateText.Noun(report.Request.Interval)}",
        Summary = TrendSummary.Write(report, series),
        Points = series.Points,
        Format = report.Format,
        Target = report.Target,
        TargetName = report.Target is { } target ? $"Standard: {ChartNumber.Write(target, report.Format)}" : null,
    };

    /// <summary>One of several small charts: its key stands once below them all.</summary>
    public static LineChart Panel(TrendReport report, TrendSeries series, string id, double? sharedMaximum) => Line(report, series, id) with
    {
        Summary = TrendSummary.WriteShort(report, series),
        SharedMaximum = sharedMaximum,
        ShowsKey = false,
    };

    /// <summary>The measure over the whole range, one bar a series.</summary>
    public static BarChart Totals(TrendReport report, int mostBars)
    {
        TrendSeries[] shown = [.. report.Series.Where(series => series.Value is not null).Take(mostBars)];
        string summary = shown.Length == 0
            ? "No series has a known value in this range."
            : string.Create(CultureInfo.InvariantCulture, $"{shown[0].Name} has {ChartNumber.Write(shown[0].Value, report.Format)}; shown are {shown.Length} of {report.Series.Count}.");
        return new BarChart(
            "totals",
            $"{report.MeasureTitle}, {DateText.Write(report.Request.From)} to {DateText.Write(report.Request.To)}",
            summary,
            [.. shown.Select(series => KeyValuePair.Create(series.Name, series.Value))],
            report.Format);
    }
}
