namespace Insights.Complaints;

/// <summary>How many complaints of one series fell on one day, as the database counted them.</summary>
/// <param name="Key">The series.</param>
/// <param name="Day">The day, by the collection's date basis; null for complaints without that date (counted, never guessed).</param>
/// <param name="Complaints">All complaints, at least 1.</param>
/// <param name="Distinct">The same with every letter campaign counted once; at most <paramref name="Complaints"/>.</param>
public readonly record struct DailyCount(SeriesKey Key, DateOnly? Day, int Complaints, int Distinct);
