using Insights.Complaints;

namespace Insights.Aggregation;

/// <summary>
/// Daily counts → whole periods. Gaps are zeros from the collection's first period on; a period that is not over, or that the source is known to complete
/// late, is kept but not judged; complaints without a date are counted apart. The order of the rows does not matter.
/// </summary>
/// <param name="collection">What is counted.</param>
/// <param name="asOf">Later days are not looked at.</param>
/// <param name="newestDay">The newest day that is stored at all, from which the source's incomplete periods count back; null takes <paramref name="asOf"/>.</param>
public sealed class CollectionCountsBuilder(ComplaintCollection collection, DateOnly asOf, DateOnly? newestDay = null)
{
    /// <summary>A first period counts as whole when the first complaint falls within this share of its days: a holiday may open it.</summary>
    private const int FirstDaysShare = 8;

    /// <summary>
    /// Leading periods with less than this share of the median period are left out: a mistyped year must not put years of zeros before the collection.
    /// </summary>
    private const double LeadingShare = 0.05;

    private readonly List<DailyCount> rows = [];

    public void Add(IEnumerable<DailyCount> dailyCounts) => rows.AddRange(dailyCounts);

    /// <summary>The counts; null when no complaint has a date.</summary>
    public CollectionCounts? Build()
    {
        SeriesKey allKey = new(collection.Name, Slice.All);
        DailyCount[] all = [.. rows.Where(row => row.Key == allKey && row.Day is { } day && day <= asOf)];
        if (all.Length == 0 || FirstPeriod(all) is not { } first)
        {
            return null;
        }

        int periods = first.PeriodsUntil(Period.Containing(collection.Interval, asOf)) + 1;
        int complete = WholePeriods(first, newestDay ?? asOf) - collection.IncompletePeriods;
        int judged = Math.Max(0, Math.Min(WholePeriods(first, asOf), complete));
        PeriodCounts[] series = [.. rows.GroupBy(row => row.Key)
            .Select(group => Count(group.Key, group, first, periods, judged))
            .OrderBy(counts => counts.Key.Slice.ToString(), StringComparer.Ordinal)
            .ThenBy(counts => counts.Key.FirstCode, StringComparer.Ordinal)
            .ThenBy(counts => counts.Key.SecondCode, StringComparer.Ordinal)];
        return new CollectionCounts(collection, asOf, series.Single(counts => counts.Key == allKey), series);
    }

    /// <summary>How many periods from the first one are over on a day.</summary>
    private int WholePeriods(Period first, DateOnly day) => first.PeriodsUntil(Period.Containing(collection.Interval, day.AddDays(1)));

    private Period? FirstPeriod(DailyCount[] all)
    {
        DateOnly firstDay = all.Min(row => row.Day!.Value);
        Period first = Period.Containing(collection.Interval, firstDay);
        int[] counts = new int[first.PeriodsUntil(Period.Containing(collection.Interval, asOf)) + 1];
        foreach (DailyCount row in all)
        {
            counts[first.PeriodsUntil(Period.Containing(collection.Interval, row.Day!.Value))] += row.Complaints;
        }

        int[] ordered = [.. counts.Where(count => count > 0).Order()];
        double smallest = LeadingShare * ordered[ordered.Length / 2];
        int start = Array.FindIndex(counts, count => count >= smallest);
        Period period = first.Add(start);
        DateOnly firstKept = all.Where(row => row.Day >= period.Start).Min(row => row.Day!.Value);
        int days = period.End.DayNumber - period.Start.DayNumber + 1;
        bool isWhole = firstKept.DayNumber - period.Start.DayNumber <= days / FirstDaysShare;
        period = isWhole ? period : period.Next;
        return period.Start <= asOf ? period : null;
    }

    private PeriodCounts Count(SeriesKey key, IEnumerable<DailyCount> group, Period first, int periods, int judged)
    {
        int[] complaints = new int[periods];
        int[] distinct = new int[periods];
        int[] largestDays = new int[periods];
        int undated = 0;
        foreach (DailyCount row in group)
        {
            if (row.Day is not { } day)
            {
                undated += row.Complaints;
                continue;
            }

            int index = first.PeriodsUntil(Period.Containing(collection.Interval, day));
            if (index >= 0 && day <= asOf)
            {
                complaints[index] += row.Complaints;
                distinct[index] += row.Distinct;
                largestDays[index] = Math.Max(largestDays[index], row.Complaints);
            }
        }

        return new PeriodCounts(key, first, complaints, distinct, largestDays, judged, undated);
    }
}
