namespace Ingest.Store.Entities;

/// <summary>
/// Rolled-up counts, kept up to date by import and analysis, so that no page scans complaints. One row a day for each combination of codes
/// that occurs in one slice. Missing codes are empty strings; complaints without a date have <see cref="Undated"/> as their day.
/// </summary>
public sealed class DailyCountRow
{
    /// <summary>The day that stands for "no date": a key column cannot be null.</summary>
    public static readonly DateOnly Undated = DateOnly.MinValue;

    public int CollectionId { get; set; }

    /// <summary>Name of the slice, as <see cref="Insights.Complaints.Slice.ToString"/> writes it.</summary>
    public required string Slice { get; set; }

    public required string FirstCode { get; set; }

    public required string SecondCode { get; set; }

    public DateOnly Day { get; set; }

    public int Complaints { get; set; }

    /// <summary>The same with each letter campaign counted once.</summary>
    public int Distinct { get; set; }

    /// <summary>How many have both a received and a response date, in years whose bank holidays are known.</summary>
    public int Answered { get; set; }

    /// <summary>How many of those were answered within the service standard.</summary>
    public int AnsweredInTime { get; set; }

    /// <summary>How many have any finding recorded.</summary>
    public int WithFinding { get; set; }

    /// <summary>How many of those were upheld, wholly or partly.</summary>
    public int Upheld { get; set; }
}
