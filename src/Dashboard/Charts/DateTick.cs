namespace Dashboard.Charts;

/// <summary>A label under a chart: the month, and the year below it where it changes.</summary>
public readonly record struct DateTick(DateOnly Day, string Text, string? SecondLine);
