using Insights.Aggregation;
using Insights.Complaints;
using Insights.Detection.Scanning;

namespace Insights.Detection.Artefacts;

/// <summary>
/// A change in how complaints are recorded: codes of the same dimension stopped as this one started (or started as this one stopped), and their sum goes on
/// unbroken. One name for another, and a form whose list of choices was reworded.
/// </summary>
internal sealed class RecordingChange : IRivalExplanation
{
    public const string Code = "recording_change";

    /// <summary>Both sides of the change lie within so many days of each other.</summary>
    public const int ToleranceDays = 21;

    /// <summary>How long before the change the other code must have been in use (or not in use), in days.</summary>
    private const int BeforeDays = 91;

    /// <summary>A code has stopped when at most this share of what was expected still comes, and started when at most this share was to be expected.</summary>
    private const double RemainingShare = 0.15;

    /// <summary>Before it stopped a code was in use with at least this share of what was expected.</summary>
    private const double UsualShare = 0.5;

    /// <summary>Among many codes some stop by chance: all of them together do so less often than this.</summary>
    private const double StoppedByChance = 0.01;

    /// <summary>The sum is unbroken when what one side lost and the other gained differ by at most this share.</summary>
    private const double LargestDifference = 0.35;

    public RivalVerdict Test(RivalContext context)
    {
        RaisedWindow window = context.Window;
        foreach (KeyValuePair<Dimension, string> facet in window.Series.Key.Facets)
        {
            List<Sibling> siblings = [.. Siblings(context, facet)];
            double change = window.Observed - window.Expected;
            Sibling? single = siblings.Where(sibling => IsUnbroken(change, sibling.Change) && !IsTakenUp(context, facet, sibling)).MinBy(sibling => Math.Abs(change + sibling.Change));
            if (single is not null)
            {
                return Found(context, facet.Key, [single]);
            }

            if (FormChange(context, facet, siblings) is { } form)
            {
                return form;
            }
        }

        if (!window.IsFall && NewCode(context) is { } begun)
        {
            return begun;
        }

        return new(Code, false, window.IsFall
            ? "No change of recording: no other code of the same kind took these complaints up."
            : "No change of recording: no other code of the same kind stopped as this one rose.");
    }

    /// <summary>A code that nobody could choose before has not risen: the list of choices has changed.</summary>
    private static RivalVerdict? NewCode(RivalContext context)
    {
        RaisedWindow window = context.Window;
        Calendar calendar = Calendar.For(context.Counts.Collection.Interval);
        foreach (KeyValuePair<Dimension, string> facet in window.Series.Key.Facets)
        {
            SeriesKey single = new(window.Series.Key.Collection, Slice.By(facet.Key), facet.Value);
            PeriodCounts? all = context.Counts.Find(single);
            int begun = all is null ? 0 : FirstUsed(all);
            if (all is not null && begun >= calendar.FewestPeriods && window.Start <= begun + calendar.HalfYear && IsUsualSince(context, begun))
            {
                string name = context.Wording.Name(facet);
                return new(Code, true, $"Change of recording: “{name}” was first used in {WordsFor.Span(all.PeriodAt(begun), all.PeriodAt(begun))}, so there is no past to hold it against.");
            }
        }

        return null;
    }

    /// <summary>False for a surge some weeks after a code was first used, held against those weeks.</summary>
    private static bool IsUsualSince(RivalContext context, int begun)
    {
        RaisedWindow window = context.Window;
        int tolerance = Calendar.For(context.Counts.Collection.Interval).PeriodsIn(ToleranceDays);
        int before = window.Start - begun;
        return before <= 2 * tolerance
            || context.IsUnremarkable(window.Observed, (window.Series.Sum(begun, window.Start - 1) + 1.0) * window.Length / before);
    }

    private static int FirstUsed(PeriodCounts series)
    {
        int first = 0;
        while (first < series.JudgedPeriods && series.Complaints[first] == 0)
        {
            first++;
        }

        return first;
    }

    /// <summary>Several codes stopped and several started at once: their sums are compared.</summary>
    private static RivalVerdict? FormChange(RivalContext context, KeyValuePair<Dimension, string> facet, List<Sibling> opposite)
    {
        if (opposite.Count == 0 || !HasBegunOrEnded(context))
        {
            return null;
        }

        double change = context.Window.Observed - context.Window.Expected + SameWay(context, facet).Sum(sibling => sibling.Change);
        return IsUnbroken(change, opposite.Sum(sibling => sibling.Change)) ? Found(context, facet.Key, opposite) : null;
    }

    /// <summary>A code that another took up in full is no reason why this one rose as well, unless this one began from nothing, too.</summary>
    private static bool IsTakenUp(RivalContext context, KeyValuePair<Dimension, string> facet, Sibling sibling) =>
        !HasBegunOrEnded(context) && SameWay(context, facet).Any(other => IsUnbroken(other.Change, sibling.Change));

    private static RivalVerdict Found(RivalContext context, Dimension dimension, List<Sibling> siblings)
    {
        string names = string.Join(", ", siblings.Select(sibling => $"“{context.Wording.Name(new(dimension, CodeOf(sibling.Series.Key, dimension)))}”"));
        string when = WordsFor.Date(context.Window.Series.PeriodAt(context.Window.Start).Start);
        string sentence = context.Window.IsFall
            ? $"Change of recording: {names} started as this one stopped, about {when}, and the sum goes on unbroken."
            : $"Change of recording: {names} stopped as this one rose, about {when}, and the sum goes on unbroken.";
        return new(Code, true, sentence) { Counterparts = [.. siblings.Select(sibling => sibling.Series.Key)] };
    }

    /// <summary>Codes that changed the other way at the same time.</summary>
    private static IEnumerable<Sibling> Siblings(RivalContext context, KeyValuePair<Dimension, string> facet) =>
        Changed(context, facet, !context.Window.IsFall);

    private static IEnumerable<Sibling> SameWay(RivalContext context, KeyValuePair<Dimension, string> facet) =>
        Changed(context, facet, context.Window.IsFall);

    private static IEnumerable<Sibling> Changed(RivalContext context, KeyValuePair<Dimension, string> facet, bool stopped)
    {
        RaisedWindow window = context.Window;
        Calendar calendar = Calendar.For(context.Counts.Collection.Interval);
        int tolerance = calendar.PeriodsIn(ToleranceDays);
        int settled = Settled(context);
        int before = Math.Max(0, window.Start - tolerance - calendar.PeriodsIn(BeforeDays));
        int beforeEnd = Math.Max(before, window.Start - tolerance - 1);
        PeriodCounts[] others = [.. context.Counts.Series.Where(series => IsSibling(series.Key, window.Series.Key, facet))];
        double logLevel = Math.Log(StoppedByChance / Math.Max(1, others.Length));
        foreach (PeriodCounts series in others)
        {
            ExpectedCourse course = context.Courses.For(series, window.Start);
            double expected = course.Sum(settled, window.End);
            int observed = series.Sum(settled, window.End);
            int earlier = series.Sum(before, beforeEnd);
            bool changed = stopped
                ? observed <= RemainingShare * expected && earlier >= UsualShare * course.Sum(before, beforeEnd)
                : expected <= RemainingShare * observed && earlier <= RemainingShare * observed;
            if (changed && WindowTail.LogPValue(observed, expected, course.PredictiveDispersion(expected, Math.Max(1, window.End - settled + 1)), stopped) <= logLevel)
            {
                yield return new Sibling(series, series.Sum(window.Start, window.End) - course.Sum(window.Start, window.End));
            }
        }
    }

    /// <summary>True when what was usual before is next to nothing once the change has settled, or the other way round: a silence of three weeks may begin with a usual one.</summary>
    private static bool HasBegunOrEnded(RivalContext context)
    {
        RaisedWindow window = context.Window;
        int settled = Settled(context);
        int observed = window.Series.Sum(settled, window.End);
        double expected = window.Course.Sum(settled, window.End);
        return Math.Min(observed, expected) <= RemainingShare * Math.Max(observed, expected);
    }

    /// <summary>First period by which the change is through.</summary>
    private static int Settled(RivalContext context) =>
        Math.Min(context.Window.End, context.Window.Start + Calendar.For(context.Counts.Collection.Interval).PeriodsIn(ToleranceDays));

    private static bool IsUnbroken(double change, double opposite) =>
        Math.Sign(change) != Math.Sign(opposite) && Math.Abs(change + opposite) <= LargestDifference * Math.Max(Math.Abs(change), Math.Abs(opposite));

    /// <summary>Another code in the same dimension, everything else equal.</summary>
    private static bool IsSibling(SeriesKey other, SeriesKey key, KeyValuePair<Dimension, string> facet) =>
        other.Slice == key.Slice && other != key && other.Facets.Zip(key.Facets).All(pair => pair.First.Key == facet.Key || string.Equals(pair.First.Value, pair.Second.Value, StringComparison.Ordinal));

    private static string CodeOf(SeriesKey key, Dimension dimension) => key.Facets.First(facet => facet.Key == dimension).Value;

    /// <param name="Series">The other code's series.</param>
    /// <param name="Change">Observed minus expected in the window: below 0 for a code that stopped.</param>
    private sealed record Sibling(PeriodCounts Series, double Change);
}
