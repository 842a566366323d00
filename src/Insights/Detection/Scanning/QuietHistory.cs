using Insights.Aggregation;

namespace Insights.Detection.Scanning;

/// <summary>
/// History as if nothing had happened in it: each count beyond the usual is cut to it, and the periods of each year are dealt out anew, the same deal for
/// every series. Levels, drift, chance and what series share stay as they were; whatever clusters in time is gone. What a search raises in it is false.
/// </summary>
internal static class QuietHistory
{
    /// <param name="counts">The history.</param>
    /// <param name="courses">Courses of it, for what is usual.</param>
    /// <param name="calendar">Lengths of time.</param>
    /// <param name="periods">Periods used from the first on.</param>
    /// <param name="random">Seeded.</param>
    public static CollectionCounts Shuffle(CollectionCounts counts, CourseFitter courses, Calendar calendar, int periods, Random random)
    {
        int[] order = [.. Enumerable.Range(0, periods)];
        for (int start = 0; start < periods; start += calendar.PeriodsPerYear)
        {
            random.Shuffle(order.AsSpan(start, Math.Min(calendar.PeriodsPerYear, periods - start)));
        }

        PeriodCounts[] series = [.. counts.Series.Select(one => Dealt(one, courses.TrackOf(one.Key).Limits, order))];
        PeriodCounts all = series.FirstOrDefault(one => one.Key == counts.All.Key) ?? Dealt(counts.All, courses.TrackOf(counts.All.Key).Limits, order);
        return new CollectionCounts(counts.Collection, counts.AsOf, all, series);
    }

    private static PeriodCounts Dealt(PeriodCounts series, double[] limits, int[] order)
    {
        int[] dealt = [.. order.Select(period => (int)Math.Min(series.Complaints[period], limits[period]))];
        return new PeriodCounts(series.Key, series.First, dealt, dealt, dealt, dealt.Length, 0);
    }
}
