using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>Whether the same cell was raised before: what comes back was not mended.</summary>
internal static class SignalRecurrence
{
    /// <summary>Two years.</summary>
    private const int LongestAgoDays = 731;

    /// <summary>The last days of the earlier signals of a series that ended in the two years before a new one began, ascending. What ended less than a pause before is the same signal.</summary>
    /// <param name="key">The series.</param>
    /// <param name="began">First day of the new signal.</param>
    /// <param name="earlier">Signals of any series.</param>
    public static IReadOnlyList<DateOnly> Of(SeriesKey key, DateOnly began, IEnumerable<EarlierSignal> earlier)
    {
        List<EarlierSignal> apart = [];
        foreach (EarlierSignal signal in earlier.Where(signal => signal.Key == key).OrderBy(signal => signal.First.Start).ThenBy(signal => signal.Last.End))
        {
            int days = began.DayNumber - signal.Last.End.DayNumber;
            bool isNew = apart.Count == 0 || signal.First.Start.DayNumber - apart[^1].Last.End.DayNumber > SignalIdentity.LongestPauseDays;
            if (days > SignalIdentity.LongestPauseDays && days <= LongestAgoDays && isNew)
            {
                apart.Add(signal);
            }
        }

        return [.. apart.Select(signal => signal.Last.End)];
    }
}
