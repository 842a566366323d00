namespace Ingest.Store.Entities;

/// <summary>
/// Rolled-up counts, kept up to date by import and analysis, so that no page scans complaints. One row a day for each combination of codes
/// that occurs in one slice. Complaints without a date have <see cref="Undated"/> as their day.
/// </summary>
public sealed class DailyCountRow : CountRow
{
    /// <summary>The day that stands for "no date": a key column cannot be null.</summary>
    public static readonly DateOnly Undated = DateOnly.MinValue;

    public DateOnly Day { get; set; }
}
