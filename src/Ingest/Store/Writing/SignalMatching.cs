using Ingest.Store.Entities;
using Insights.Complaints;
using Insights.Detection;
using Insights.Detection.Scanning;

namespace Ingest.Store.Writing;

/// <summary>
/// Which stored signal a newly found one is: the one of its series that it grew out of, whose number and decisions it keeps. No stored signal is taken twice.
/// </summary>
/// <param name="stored">All stored signals, in the order of their numbers.</param>
internal sealed class SignalMatching(IReadOnlyList<SignalRow> stored)
{
    private readonly HashSet<SignalRow> taken = [];

    /// <returns>The stored signal; null when the signal is new.</returns>
    public SignalRow? Find(Signal signal, int collectionId)
    {
        string slice = signal.Key.Slice.ToString();
        SignalRow? best = stored
            .Where(row => row.CollectionId == collectionId
                && string.Equals(row.Slice, slice, StringComparison.Ordinal)
                && string.Equals(row.FirstCode, signal.Key.FirstCode, StringComparison.Ordinal)
                && string.Equals(row.SecondCode, signal.Key.SecondCode, StringComparison.Ordinal)
                && IsFall(row.Observed, row.Expected) == IsFall(signal.Observed, signal.Expected)
                && !taken.Contains(row))
            .Select(row => (Row: row, Likeness: Likeness(row, signal)))
            .Where(pair => pair.Likeness > 0)
            .OrderByDescending(pair => pair.Likeness).ThenBy(pair => pair.Row.Id)
            .Select(pair => pair.Row)
            .FirstOrDefault();
        if (best is not null)
        {
            taken.Add(best);
        }

        return best;
    }

    private static double Likeness(SignalRow row, Signal signal)
    {
        Interval interval = Enum.Parse<Interval>(row.Interval);
        return interval == signal.Since.Interval
            ? SignalIdentity.Likeness(
                Period.Containing(interval, row.Since), Period.Containing(interval, row.PeriodStart), signal.Since, signal.Period, Ratio(row.Observed, row.Expected), Ratio(signal.Observed, signal.Expected))
            : 0;
    }

    private static double Ratio(int observed, double expected) => observed / Math.Max(expected, double.Epsilon);

    private static bool IsFall(int observed, double expected) => observed < expected;
}
