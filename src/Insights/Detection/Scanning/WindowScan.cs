using Insights.Aggregation;

namespace Insights.Detection.Scanning;

/// <summary>
/// Searches one series for windows of one period up to a year or more that hold too many complaints (or, up to the newest period, too few), each held
/// against a course fitted to what came before it. A surge shows in a short window, a slow rise in a long one, a few complaints a month in neither
/// alone: the exact tail decides. The method is a temporal scan statistic.
/// Sources: M. Kulldorff (2001), JRSS A 164, pp. 61–72; J. I. Naus (1965), JASA 60, pp. 532–538; for what goes on around a stronger window Z. Zhang,
/// R. Assunção and M. Kulldorff (2010), Journal of Probability and Statistics, 642379.
/// </summary>
/// <param name="courses">Expected courses.</param>
/// <param name="calendar">Lengths of time.</param>
/// <param name="options">What counts as a rise or a fall.</param>
/// <param name="isShare">True where shares are judged: a fallen share is the other side of another's rise, no silence.</param>
internal sealed class WindowScan(CourseFitter courses, Calendar calendar, ScanOptions options, bool isShare)
{
    /// <summary>How far both ends of a found window are moved to fit the event better.</summary>
    private const int RefinementReach = 6;

    /// <summary>Windows less unusual than this many standard deviations are passed over without computing their tail.</summary>
    private const double ScreeningDeviations = 2;

    private const int CurrentDays = 91;
    private const int FewestSilentDays = 21;
    private const int DaysBeforeSilence = 28;

    /// <summary>A surge within a slow rise is an event of its own when it takes at most this share of the rise's time.</summary>
    private const double LargestInnerShare = 0.5;

    /// <summary>The windows of a series that are beyond the given level, strongest first: apart in time, or a short one that stands out of a long one.</summary>
    /// <param name="series">The series; at least <see cref="Calendar.FewestPeriods"/> + 1 judged periods.</param>
    /// <param name="logLevel">Natural logarithm of the level of a single window.</param>
    /// <param name="oldestEnd">Windows that end before this 0-based period are not looked at.</param>
    /// <param name="pastPenalty">What ended a quarter ago or more must be unlikelier by this, in natural logarithms.</param>
    /// <param name="best">The strongest window's log p, whatever it is; 0 when nothing is unusual.</param>
    public IReadOnlyList<RaisedWindow> Search(PeriodCounts series, double logLevel, int oldestEnd, double pastPenalty, out double best)
    {
        ExpectedCourse?[] origins = new ExpectedCourse?[series.JudgedPeriods];
        List<RaisedWindow> candidates = [];
        best = 0;
        foreach (RaisedWindow window in Candidates(series, Math.Max(calendar.FewestPeriods, oldestEnd), origins))
        {
            best = Math.Min(best, window.LogPValue);
            if (window.LogPValue <= logLevel - (IsCurrent(window) ? 0 : pastPenalty))
            {
                candidates.Add(window);
            }
        }

        List<RaisedWindow> found = [];
        foreach (RaisedWindow candidate in candidates.OrderBy(window => window.LogPValue).ThenBy(window => window.Start).ThenBy(window => window.End))
        {
            RaisedWindow? own = Apart(candidate, found, logLevel);
            if (own is not null)
            {
                RaisedWindow refined = ReferenceEquals(own, candidate) ? Refine(candidate, oldestEnd, origins) : own;
                found.Add(found.Exists(refined.Overlaps) ? own : refined);
            }
        }

        AddSlowRises(candidates, found, logLevel);
        return found;
    }

    /// <summary>What goes on around the windows found, strongest first: its order without them is another than with them.</summary>
    private void AddSlowRises(List<RaisedWindow> candidates, List<RaisedWindow> found, double logLevel)
    {
        RaisedWindow[] surges = [.. found];
        IEnumerable<RaisedWindow> around = candidates
            .Where(candidate => IsAround(candidate, [.. surges.Where(candidate.Overlaps)]))
            .Select(candidate => Without(candidate, [.. surges.Where(candidate.Overlaps)], logLevel))
            .OfType<RaisedWindow>();
        foreach (RaisedWindow rise in around.OrderBy(window => window.LogPValue).ThenBy(window => window.Start).ThenBy(window => window.End))
        {
            if (IsAround(rise, [.. found.Where(rise.Overlaps)]))
            {
                found.Add(rise);
            }
        }
    }

    public int OldestEnd(PeriodCounts series) => Math.Max(calendar.FewestPeriods, series.JudgedPeriods - 1 - calendar.PeriodsIn(options.RecentDays));

    private bool IsCurrent(RaisedWindow window) => window.End > window.Series.JudgedPeriods - 1 - calendar.PeriodsIn(CurrentDays);

    private IEnumerable<RaisedWindow> Candidates(PeriodCounts series, int oldestEnd, ExpectedCourse?[] origins)
    {
        for (int end = oldestEnd; end < series.JudgedPeriods; end++)
        {
            foreach (int length in calendar.WindowLengths)
            {
                int start = end - length + 1;
                if (start < calendar.FewestPeriods)
                {
                    break;
                }

                if (Judge(series, start, end, origins) is { } window)
                {
                    yield return window;
                }
            }
        }
    }

    private RaisedWindow? Judge(PeriodCounts series, int start, int end, ExpectedCourse?[] origins)
    {
        ExpectedCourse course = origins[start] ??= courses.For(series, start);
        double expected = course.Sum(start, end);
        int observed = series.Sum(start, end);
        if (!(expected > 0))
        {
            return null;
        }

        bool isFall = observed < expected;
        int oldestFall = series.JudgedPeriods - 1 - calendar.PeriodsIn(options.CurrentFallDays);
        bool isNews = end > oldestFall && start > series.JudgedPeriods - 1 - calendar.PeriodsIn(options.RecentDays);
        bool isWanted = isFall
            ? !isShare && isNews && observed <= options.LargestSilence * Math.Min(expected, AYearBefore(series, start, end)) && Begins(series, start, end, course)
            : observed >= Math.Max(options.FewestComplaints, options.SmallestRise * expected);
        if (!isWanted)
        {
            return null;
        }

        double dispersion = course.PredictiveDispersion(expected, end - start + 1);
        bool isUnusual = isFall || observed - expected > ScreeningDeviations * Math.Sqrt(dispersion * expected);
        return isUnusual
            ? new RaisedWindow(series, start, end, observed, course, WindowTail.LogPValue(observed, expected, dispersion, isFall), isFall)
            : null;
    }

    /// <summary>A silence lasts three weeks at least, and it begins where it begins: a window within a longer one is old news.</summary>
    private bool Begins(PeriodCounts series, int start, int end, ExpectedCourse course)
    {
        int before = start - calendar.PeriodsIn(DaysBeforeSilence);
        return end - start + 1 >= calendar.PeriodsIn(FewestSilentDays) && series.Sum(before, start - 1) > options.LargestSilence * course.Sum(before, start - 1);
    }

    /// <summary>What was expected a year earlier: the end of a surge is no silence.</summary>
    private double AYearBefore(PeriodCounts series, int start, int end) =>
        courses.For(series, Math.Max(calendar.FewestPeriods, start - calendar.PeriodsPerYear)).Sum(start, end);

    /// <summary>The candidate if no window taken overlaps it; the same against the raised level of a longer one if it stands out of that, too; else null.</summary>
    private RaisedWindow? Apart(RaisedWindow candidate, List<RaisedWindow> found, double logLevel)
    {
        RaisedWindow[] overlapping = [.. found.Where(candidate.Overlaps)];
        return overlapping switch
        {
            [] => candidate,
            [var longer] when !candidate.IsFall && !longer.IsFall && candidate.Length <= LargestInnerShare * longer.Length => WithinRise(candidate, longer, logLevel),
            _ => null,
        };
    }

    /// <summary>A slow rise that had begun before the surges (or the letter campaign) in it; what only follows a surge is its tail.</summary>
    private static bool IsAround(RaisedWindow candidate, RaisedWindow[] surges)
    {
        int first = surges.Length == 0 ? -1 : surges.Min(surge => surge.Start);
        return first > candidate.Start && !candidate.IsFall
            && Array.TrueForAll(surges, surge => !surge.IsFall && surge.SetAside == 0 && surge.End <= candidate.End)
            && surges.Sum(surge => surge.Length) <= LargestInnerShare * candidate.Length
            && candidate.Series.Sum(candidate.Start, first - 1) > candidate.Course.Sum(candidate.Start, first - 1);
    }

    /// <summary>The candidate when it is beyond the level even if its surges had been ordinary periods; else null.</summary>
    private RaisedWindow? Without(RaisedWindow candidate, RaisedWindow[] surges, double logLevel)
    {
        int setAside = (int)Math.Ceiling(surges.Sum(surge => surge.Observed - candidate.Course.Sum(surge.Start, surge.End)));
        int observed = candidate.Observed - Math.Max(0, setAside);
        double expected = candidate.Expected;
        double dispersion = candidate.Course.PredictiveDispersion(expected, candidate.Length);
        bool isRise = observed >= Math.Max(options.FewestComplaints, options.SmallestRise * expected);
        double logPValue = isRise ? WindowTail.LogPValue(observed, expected, dispersion, isFall: false) : 0;
        return logPValue <= logLevel ? candidate with { LogPValue = logPValue, SetAside = candidate.Observed - observed } : null;
    }

    private RaisedWindow? WithinRise(RaisedWindow inner, RaisedWindow longer, double logLevel)
    {
        int sharedStart = Math.Max(inner.Start, longer.Start);
        int sharedEnd = Math.Min(inner.End, longer.End);
        double restExpected = longer.Expected - longer.Course.Sum(sharedStart, sharedEnd);
        double restObserved = longer.Observed - longer.Series.Sum(sharedStart, sharedEnd);
        if (!(restExpected > 0) || restObserved < restExpected)
        {
            return null;
        }

        // Measured on the longer window's course: the inner one's may have followed the rise already, or not yet.
        ExpectedCourse raised = longer.Course.Scaled(restObserved / restExpected, restObserved);
        double expected = raised.Sum(inner.Start, inner.End);
        double dispersion = raised.PredictiveDispersion(expected, inner.Length);
        bool isRise = inner.Observed >= Math.Max(options.FewestComplaints, options.SmallestRise * expected);
        double logPValue = isRise ? WindowTail.LogPValue(inner.Observed, expected, dispersion, isFall: false) : 0;
        return logPValue <= logLevel ? inner with { Course = raised, LogPValue = logPValue } : null;
    }

    /// <summary>Moves both ends a little while the window gets stronger: the grid of lengths is coarse, the day an issue began is not.</summary>
    private RaisedWindow Refine(RaisedWindow window, int oldestEnd, ExpectedCourse?[] origins)
    {
        RaisedWindow best = window;
        for (int start = Math.Max(calendar.FewestPeriods, window.Start - RefinementReach); start <= window.Start + RefinementReach && start < origins.Length; start++)
        {
            for (int end = Math.Max(Math.Max(start, oldestEnd), window.End - RefinementReach); end <= Math.Min(window.Series.JudgedPeriods - 1, window.End + RefinementReach); end++)
            {
                RaisedWindow? moved = Judge(window.Series, start, end, origins);
                best = moved is not null && moved.IsFall == window.IsFall && moved.LogPValue < best.LogPValue ? moved : best;
            }
        }

        return best;
    }
}
