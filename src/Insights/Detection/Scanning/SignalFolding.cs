using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>
/// One event, one signal. Windows are taken from the strongest down; one whose complaints are explained by those already taken is folded into the one that
/// explains most of it: a theme that rose only because of one office, an office that rose only as everything of its theme did, two themes of the same letters.
/// </summary>
/// <param name="complaintsOf">The complaints of a window.</param>
/// <param name="isRenamed">True for a window that is another name for complaints which came before, too: it explains only parts of itself.</param>
internal sealed class SignalFolding(
    Func<RaisedWindow, IReadOnlyList<ArchivedComplaint>> complaintsOf, Func<RaisedWindow, bool> isRenamed)
{
    /// <summary>What is left of a window is a signal of its own only when chance explains it less often than this.</summary>
    private const double FoldingLevel = 0.001;

    /// <summary>What is folded owes at least this share of its excess to the window it is folded into.</summary>
    private const double ExplainedShare = 0.4;

    private readonly Dictionary<RaisedWindow, HashSet<long>> identifiers = [];

    /// <returns>The windows that stand for an event each, strongest first, with those folded into them.</returns>
    public IReadOnlyList<KeyValuePair<RaisedWindow, List<RaisedWindow>>> Fold(IEnumerable<RaisedWindow> strongestFirst)
    {
        List<KeyValuePair<RaisedWindow, List<RaisedWindow>>> kept = [];
        foreach (RaisedWindow window in strongestFirst)
        {
            if (kept.Find(pair => IsSameRise(pair.Key, window)) is { Key: not null } same)
            {
                same.Value.Add(window);
            }
            else if (Explaining(window, kept.Select(pair => pair.Key)) is { } main)
            {
                kept.First(pair => pair.Key == main).Value.Add(window);
            }
            else
            {
                kept.Add(new(window, []));
            }
        }

        return [.. WithParts(kept).Select(one => new KeyValuePair<RaisedWindow, List<RaisedWindow>>(NameOf(one.Key, one.Value), [.. one.Value.Append(one.Key).Where(window => window != NameOf(one.Key, one.Value))]))];
    }

    /// <summary>
    /// Two themes of the same letters rise together. The event is named by the one most of its own: the largest share of the excess, most times what was
    /// expected. Which of the two is the less likely by chance turns on a few letters that another model codes otherwise; this does not.
    /// </summary>
    private RaisedWindow NameOf(RaisedWindow main, IReadOnlyList<RaisedWindow> folded)
    {
        RaisedWindow[] names = [main, .. folded.Where(window => !main.IsFall && !window.IsFall && window.Overlaps(main) && !isRenamed(window) && AreSiblings(window.Series.Key, main.Series.Key) && SharesLetters(window, main))];
        double largest = names.Max(window => window.Observed - window.Expected);
        return names.OrderByDescending(window => Specificity(window, largest)).ThenBy(window => window.LogPValue).First();
    }

    private bool SharesLetters(RaisedWindow window, RaisedWindow main)
    {
        double shared = Identifiers(window).Count(Identifiers(main).Contains);
        return shared >= ExplainedShare * Math.Min(window.Observed, main.Observed);
    }

    private static double Specificity(RaisedWindow window, double largestExcess) =>
        Math.Log((window.Observed + 1) / (window.Expected + 1)) * Math.Min(1, (window.Observed - window.Expected) / largestExcess);

    /// <summary>Codes of the same kind, everything else equal: two themes of one office.</summary>
    private static bool AreSiblings(SeriesKey left, SeriesKey right) =>
        left.Slice == right.Slice && left != right && left.Facets.Zip(right.Facets).Count(pair => !string.Equals(pair.First.Value, pair.Second.Value, StringComparison.Ordinal)) == 1;

    /// <summary>
    /// A cell that rises together with its whole is part of that event and named in it, even if it rises more: the examiner reads one signal of the theme
    /// with the landlords that drive it, not one of each. A cell that is most of the rise has already taken its whole in.
    /// </summary>
    private static List<KeyValuePair<RaisedWindow, List<RaisedWindow>>> WithParts(List<KeyValuePair<RaisedWindow, List<RaisedWindow>>> events)
    {
        List<KeyValuePair<RaisedWindow, List<RaisedWindow>>> whole = [];
        foreach (KeyValuePair<RaisedWindow, List<RaisedWindow>> one in events)
        {
            RaisedWindow part = one.Key;
            List<RaisedWindow>? home = events.Find(other => other.Key.Series.Key.Slice != Slice.All && Contains(other.Key.Series.Key, part.Series.Key)
                && !part.IsFall && !other.Key.IsFall && other.Key.Overlaps(part)
                && part.Observed - part.Expected < ExplainedShare * (other.Key.Observed - other.Key.Expected)).Value;
            if (home is null)
            {
                whole.Add(one);
            }
            else
            {
                home.AddRange([part, .. one.Value]);
            }
        }

        return whole;
    }

    /// <summary>
    /// A rise that paused is one rise, and so is one that was stronger for a while; a surge of a code that is new, or goes by a new name, is no more of that change.
    /// </summary>
    private bool IsSameRise(RaisedWindow taken, RaisedWindow window) =>
        taken.Series.Key == window.Series.Key && taken.IsFall == window.IsFall
        && (taken.Overlaps(window) ? IsStretchOf(taken, window) : IsAfterPause(taken, window))
        && (!isRenamed(taken) || isRenamed(window));

    /// <summary>The shorter of two windows is held against the raised level of the longer (or the longer without it): twice of that is something else within the rise.</summary>
    private static bool IsStretchOf(RaisedWindow taken, RaisedWindow window) =>
        !window.IsFall && (taken.Length < window.Length ? taken : window).Ratio <= SignalIdentity.MostGrowth;

    private static bool IsAfterPause(RaisedWindow taken, RaisedWindow window)
    {
        int pause = Calendar.For(window.Series.First.Interval).PeriodsIn(SignalIdentity.LongestPauseDays);
        return Math.Max(taken.Start, window.Start) - Math.Min(taken.End, window.End) <= pause
            && (taken.Start < window.Start ? window.Ratio / taken.Ratio : taken.Ratio / window.Ratio) <= SignalIdentity.MostGrowth;
    }

    private RaisedWindow? Explaining(RaisedWindow window, IEnumerable<RaisedWindow> taken)
    {
        double expected = window.Expected;
        double observed = window.Observed;
        RaisedWindow? main = null;
        double largest = 0;
        foreach (RaisedWindow other in taken.Where(other => other.IsFall == window.IsFall && other.Overlaps(window)))
        {
            (double scale, double excess) = Explained(window, other);
            double contribution = Math.Abs(excess) + Math.Abs(window.Expected * (scale - 1));
            observed -= excess;
            expected = window.IsFall ? Math.Min(expected, window.Expected * scale) : Math.Max(expected, window.Expected * scale);
            (main, largest) = contribution > largest ? (other, contribution) : (main, largest);
        }

        bool isMuch = largest >= ExplainedShare * Math.Abs(window.Observed - window.Expected);
        return isMuch && IsUnremarkable(window, observed, expected) ? main : null;
    }

    private static bool IsUnremarkable(RaisedWindow window, double observed, double expected)
    {
        int left = (int)Math.Max(0, window.IsFall ? Math.Ceiling(observed) : Math.Floor(observed));
        bool isBeyond = window.IsFall ? left < expected : left > expected;
        return !isBeyond || WindowTail.LogPValue(left, expected, window.Course.PredictiveDispersion(expected, window.Length), window.IsFall) > Math.Log(FoldingLevel);
    }

    /// <summary>What another window says about this one: a factor on what is expected (it is part of the other), or complaints to take away (it shares them).</summary>
    private (double Scale, double Excess) Explained(RaisedWindow window, RaisedWindow other)
    {
        if (Contains(other.Series.Key, window.Series.Key))
        {
            double expected = other.Course.Sum(window.Start, window.End);
            return (expected > 0 ? other.Series.Sum(window.Start, window.End) / expected : 1, 0);
        }

        if (other.Series.Key == window.Series.Key)
        {
            // The search has already judged the surge against the rise, and the rise without the surge.
            return (1, 0);
        }

        int start = Math.Max(window.Start, other.Start);
        int end = Math.Min(window.End, other.End);
        double otherObserved = other.Series.Sum(start, end);
        double excess = otherObserved - other.Course.Sum(start, end);
        if (Contains(window.Series.Key, other.Series.Key) || otherObserved == 0)
        {
            return (1, Contains(window.Series.Key, other.Series.Key) ? excess : 0);
        }

        if (isRenamed(other))
        {
            return (1, 0);
        }

        double shared = Identifiers(window).Count(Identifiers(other).Contains);
        return (1, window.IsFall ? 0 : Math.Max(0, excess) * Math.Min(1, shared / otherObserved));
    }

    private HashSet<long> Identifiers(RaisedWindow window)
    {
        if (!identifiers.TryGetValue(window, out HashSet<long>? set))
        {
            identifiers[window] = set = [.. complaintsOf(window).Select(complaint => complaint.ComplaintId)];
        }

        return set;
    }

    /// <summary>True when every complaint of the inner series is one of the outer.</summary>
    private static bool Contains(SeriesKey outer, SeriesKey inner) => outer != inner && outer.Facets.All(inner.Facets.Contains);
}
