using Dashboard.Charts;
using Ingest.Store.PageQueries.Trends;
using Insights.Complaints;

namespace Dashboard.Pages.Trends;

/// <summary>What the trends page, the CSV and the API show for one request.</summary>
public sealed record TrendReport
{
    public required TrendRequest Request { get; init; }

    public required string MeasureTitle { get; init; }

    public required ValueFormat Format { get; init; }

    public required IReadOnlyList<Period> Periods { get; init; }

    /// <summary>Every series, largest first.</summary>
    public required IReadOnlyList<TrendSeries> Series { get; init; }

    /// <summary>All complaints of the collection in the range.</summary>
    public required int AllComplaints { get; init; }

    /// <summary>Complaints of the scope without a date: in no period.</summary>
    public required int Undated { get; init; }

    /// <summary>Complaints in the range whose code in the split is not recorded.</summary>
    public required int WithoutCode { get; init; }

    /// <summary>Complaints in the range whose size is not known; null unless the measure is a rate.</summary>
    public required int? WithoutSize { get; init; }

    /// <summary>The standard the measure is held against, such as 0.95; null for none.</summary>
    public double? Target { get; init; }

    /// <summary>Those that are drawn.</summary>
    public IReadOnlyList<TrendSeries> Drawn => [.. Series.Where(series => series.Points.Count > 0)];

    /// <summary>The complaints of all series together, each counted once.</summary>
    public required TrendCounts Counted { get; init; }

    /// <summary>True when a complaint may stand in several series, because it may have several themes.</summary>
    public required bool CountsThemes { get; init; }

    /// <summary>Complaints in the range, over all series; several themes of one complaint count in each.</summary>
    public int Entries => Series.Sum(series => series.Total.Complaints);
}
