namespace Ingest.Series;

/// <summary>What the periods of a file of counts are.</summary>
public enum PeriodUnit
{
    /// <summary>Plain numbers: weeks, 52 to the year.</summary>
    Number,
    Day,
    Week,
    Month,
    Quarter,
    Year,
}
