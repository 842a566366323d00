using System.Globalization;
using Insights.Complaints;

namespace Dashboard.Pages.Shared;

/// <summary>Dates and periods as the GOV.UK style writes them.</summary>
public static class DateText
{
    private const int MonthsPerQuarter = 3;

    public const string Missing = "Not recorded";

    public static string Write(DateOnly? day) => day is { } known ? known.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : Missing;

    /// <summary>A stored UTC time; the pages say so, because they cannot know the reader's clock.</summary>
    public static string Write(DateTime? utc) => utc is { } known ? known.ToString("d MMMM yyyy 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture) : "not yet";

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Write(Period period) => period.Interval switch
    {
        Interval.Week => $"Week of {Write(period.Start)}",
        Interval.Month => period.Start.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        Interval.Quarter => string.Create(
            CultureInfo.InvariantCulture, $"{period.Start:MMM} to {period.Start.AddMonths(MonthsPerQuarter - 1):MMM yyyy}"),
        _ => period.ToString(),
    };

    /// <summary>"week", "month", "quarter", "year".</summary>
    public static string Noun(Interval interval) => interval.ToString().ToLowerInvariant();
}
