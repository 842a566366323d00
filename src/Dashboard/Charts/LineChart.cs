namespace Dashboard.Charts;

/// <summary>What a line chart shows; <see cref="LineChartSvg"/> draws it.</summary>
public sealed record LineChart
{
    /// <summary>Unique on the page: the parts of the drawing are named by it.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>What a reader who cannot see the drawing needs to know, in a sentence or two.</summary>
    public required string Summary { get; init; }

    public required IReadOnlyList<ChartPoint> Points { get; init; }

    public ValueFormat Format { get; init; }

    /// <summary>The largest value of the axis when several charts share it; null for the chart's own.</summary>
    public double? SharedMaximum { get; init; }

    /// <summary>A standard to hold the line against, such as 95%; null for none.</summary>
    public double? Target { get; init; }

    public string? TargetName { get; init; }

    /// <summary>False for a chart whose neighbours carry the same key.</summary>
    public bool ShowsKey { get; init; } = true;

    public double Largest => Points.Max(point => Math.Max(point.Value ?? 0, point.Upper ?? 0));
}
