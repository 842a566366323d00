using Dashboard.Charts;
using Ingest.Store.PageQueries.Trends;

namespace Dashboard.Pages.Trends;

/// <summary>One series of a trend report: its name, its sums over the whole range, and its periods when it is drawn.</summary>
public sealed record TrendSeries
{
    public required string FirstCode { get; init; }

    public required string SecondCode { get; init; }

    public required string Name { get; init; }

    public required TrendCounts Total { get; init; }

    /// <summary>The measure over the whole range; null when it cannot be known.</summary>
    public required double? Value { get; init; }

    /// <summary>What the value is out of, in whole complaints; null for counts and rates.</summary>
    public required int? Base { get; init; }

    /// <summary>What the series is held against; null when not known.</summary>
    public required double? Size { get; init; }

    /// <summary>Period by period, gaps filled; empty for series that are not drawn.</summary>
    public IReadOnlyList<ChartPoint> Points { get; init; } = [];

    /// <summary>The sums behind each point, in the same order.</summary>
    public IReadOnlyList<TrendCounts> Counts { get; init; } = [];

    /// <summary>True for complaints whose code is missing.</summary>
    public bool IsMissingCode => FirstCode.Length == 0 || (SecondCode.Length == 0 && HasSecondCode);

    public required bool HasSecondCode { get; init; }
}
