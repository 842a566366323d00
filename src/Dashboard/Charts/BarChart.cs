namespace Dashboard.Charts;

/// <summary>What a bar chart shows: one bar a code, longest first as given; <see cref="BarChartSvg"/> draws it.</summary>
public sealed record BarChart(string Id, string Title, string Summary, IReadOnlyList<KeyValuePair<string, double?>> Bars, ValueFormat Format);
