namespace Ingest.Store.Entities;

/// <summary>
/// The <see cref="DailyCountRow"/>s of a month, added up: a page that spans years reads a thirtieth of the rows. Made anew in the transaction that
/// counts a day of the month anew. Complaints without a date are in the month of <see cref="DailyCountRow.Undated"/>.
/// </summary>
public sealed class MonthlyCountRow
{
    public int CollectionId { get; set; }

    public required string Slice { get; set; }

    public required string FirstCode { get; set; }

    public required string SecondCode { get; set; }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; set; }

    public int Complaints { get; set; }

    /// <summary>The sum of the days': a letter campaign counts once on each day it came.</summary>
    public int Distinct { get; set; }

    public int Answered { get; set; }

    public int AnsweredInTime { get; set; }

    public int WithFinding { get; set; }

    public int Upheld { get; set; }
}
