namespace Ingest.Series;

/// <summary>One series of a file of counts, in order of time, gaps filled with 0.</summary>
/// <param name="Name">As the file names it.</param>
/// <param name="FirstPeriod">Number of its first period.</param>
/// <param name="Labels">The label of each period.</param>
/// <param name="Counts">The count of each.</param>
/// <param name="Populations">What each is held against; null when the file has no such column.</param>
/// <param name="IsFilled">True for periods that have no row in the file.</param>
public sealed record NamedSeries(string Name, long FirstPeriod, string[] Labels, int[] Counts, double[]? Populations, bool[] IsFilled);
