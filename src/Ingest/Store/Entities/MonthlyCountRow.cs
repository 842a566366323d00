namespace Ingest.Store.Entities;

/// <summary>
/// The <see cref="DailyCountRow"/>s of a month, added up: a page that spans years reads a thirtieth of the rows. Made anew in the transaction that
/// counts a day of the month anew. Complaints without a date are in the month of <see cref="DailyCountRow.Undated"/>.
/// </summary>
public sealed class MonthlyCountRow : CountRow
{
    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; set; }
}
