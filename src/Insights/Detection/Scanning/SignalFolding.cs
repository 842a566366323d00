using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>
/// One event, one signal. Windows are taken from the strongest down; one whose complaints are explained by those already taken is folded into the one that
/// explains most of it: a theme that rose only because of one office, an office that rose only as everything of its theme did, two themes of the same letters.
/// </summary>
internal sealed class SignalFolding(CourseFitter courses, Func<RaisedWindow, IReadOnlyList<ArchivedComplaint>> complaintsOf)
{
    /// <summary>What is left of a window is a signal of its own only when chance explains it less often than this.</summary>
    private const double FoldingLevel = 0.001;

    private readonly Dictionary<RaisedWindow, HashSet<long>> identifiers = [];

    /// <returns>The windows that stand for an event each, strongest first, with those folded into them.</returns>
    public IReadOnlyList<KeyValuePair<RaisedWindow, List<RaisedWindow>>> Fold(IEnumerable<RaisedWindow> strongestFirst)
    {
        List<KeyValuePair<RaisedWindow, List<RaisedWindow>>> kept = [];
        foreach (RaisedWindow window in strongestFirst)
        {
            if (Explaining(window, [.. kept.Select(pair => pair.Key)]) is { } main)
            {
                kept.First(pair => pair.Key == main).Value.Add(window);
            }
            else
            {
                kept.Add(new(window, []));
            }
        }

        return kept;
    }

    private RaisedWindow? Explaining(RaisedWindow window, RaisedWindow[] taken)
    {
        double expected = window.Expected;
        double observed = window.Observed;
        RaisedWindow? main = null;
        double largest = 0;
        foreach (RaisedWindow other in taken.Where(other => other.IsFall == window.IsFall && other.Overlaps(window)))
        {
            (double scale, double excess) = Explained(window, other);
            double contribution = Math.Abs(excess) + Math.Abs(expected * (scale - 1));
            observed -= excess;
            expected = Extreme(expected, window.Expected * scale, window.IsFall);
            (main, largest) = contribution > largest ? (other, contribution) : (main, largest);
        }

        int left = (int)Math.Max(0, window.IsFall ? Math.Ceiling(observed) : Math.Floor(observed));
        double dispersion = window.Course.PredictiveDispersion(expected);
        bool isExplained = main is not null
            && (window.IsFall ? left >= expected : left <= expected || WindowTail.LogPValue(left, expected, dispersion, false) > Math.Log(FoldingLevel));
        return isExplained || (main is not null && window.IsFall && WindowTail.LogPValue(left, expected, dispersion, true) > Math.Log(FoldingLevel)) ? main : null;
    }

    private static double Extreme(double expected, double scaled, bool isFall) => isFall ? Math.Min(expected, scaled) : Math.Max(expected, scaled);

    /// <summary>What another window says about this one: a factor on what is expected (it is part of the other), or complaints to take away (it shares them).</summary>
    private (double Scale, double Excess) Explained(RaisedWindow window, RaisedWindow other)
    {
        if (Contains(other.Series.Key, window.Series.Key))
        {
            ExpectedCourse course = courses.For(other.Series, window.Start);
            double expected = course.Sum(window.Start, window.End);
            return (expected > 0 ? other.Series.Sum(window.Start, window.End) / expected : 1, 0);
        }

        int start = Math.Max(window.Start, other.Start);
        int end = Math.Min(window.End, other.End);
        double otherObserved = other.Series.Sum(start, end);
        double excess = otherObserved - other.Course.Sum(start, end);
        if (Contains(window.Series.Key, other.Series.Key) || otherObserved == 0)
        {
            return (1, Contains(window.Series.Key, other.Series.Key) ? excess : 0);
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
