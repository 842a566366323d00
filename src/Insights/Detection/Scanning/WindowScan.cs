using Insights.Aggregation;

namespace Insights.Detection.Scanning;

/// <summary>
/// Searches one series for windows of one period up to a year or more that hold too many complaints (or, up to the newest period, too few), each held
/// against a course fitted to what came before it. A surge shows in a short window, a slow rise in a long one, a few complaints a month in neither
/// alone: the exact tail decides. The method is a temporal scan statistic.
/// Source: M. Kulldorff (2001), JRSS A 164, pp. 61–72; J. I. Naus (1965), JASA 60, pp. 532–538.
/// </summary>
internal sealed class WindowScan(CourseFitter courses, Calendar calendar, ScanOptions options)
{
    /// <summary>How far both ends of a found window are moved to fit the event better.</summary>
    private const int RefinementReach = 6;

    /// <summary>Windows less unusual than this many standard deviations are passed over without computing their tail.</summary>
    private const double ScreeningDeviations = 2;

    /// <summary>The windows of a series that are beyond the given level and do not overlap, strongest first.</summary>
    /// <param name="series">The series; at least <see cref="Calendar.FewestPeriods"/> + 1 judged periods.</param>
    /// <param name="logLevel">Natural logarithm of the level of a single window.</param>
    /// <param name="best">The strongest window's log p, whatever it is; 0 when nothing is unusual.</param>
    public IReadOnlyList<RaisedWindow> Search(PeriodCounts series, double logLevel, out double best)
    {
        List<RaisedWindow> candidates = [.. Candidates(series).OrderBy(window => window.LogPValue).ThenBy(window => window.Start).ThenBy(window => window.End)];
        best = candidates.Count == 0 ? 0 : candidates[0].LogPValue;
        List<RaisedWindow> found = [];
        foreach (RaisedWindow candidate in candidates.TakeWhile(window => window.LogPValue <= logLevel))
        {
            if (!found.Exists(candidate.Overlaps))
            {
                RaisedWindow refined = Refine(candidate);
                found.Add(found.Exists(refined.Overlaps) ? candidate : refined);
            }
        }

        return found;
    }

    private IEnumerable<RaisedWindow> Candidates(PeriodCounts series)
    {
        int newest = series.JudgedPeriods - 1;
        int oldestEnd = Math.Max(calendar.FewestPeriods, newest - calendar.PeriodsIn(options.RecentDays));
        for (int end = oldestEnd; end <= newest; end++)
        {
            foreach (int length in calendar.WindowLengths)
            {
                int start = end - length + 1;
                if (start < calendar.FewestPeriods)
                {
                    break;
                }

                if (Judge(series, start, end) is { } window)
                {
                    yield return window;
                }
            }
        }
    }

    private RaisedWindow? Judge(PeriodCounts series, int start, int end)
    {
        ExpectedCourse course = courses.For(series, start);
        double expected = course.Sum(start, end);
        int observed = series.Sum(start, end);
        if (!(expected > 0))
        {
            return null;
        }

        bool isFall = observed < expected;
        int oldestFall = series.JudgedPeriods - 1 - calendar.PeriodsIn(options.CurrentFallDays);
        bool isWanted = isFall
            ? observed <= options.LargestSilence * expected && end > oldestFall
            : observed >= Math.Max(options.FewestComplaints, options.SmallestRise * expected);
        double dispersion = course.PredictiveDispersion(expected);
        bool isUnusual = isFall || observed - expected > ScreeningDeviations * Math.Sqrt(dispersion * expected);
        return isWanted && isUnusual
            ? new RaisedWindow(series, start, end, observed, course, WindowTail.LogPValue(observed, expected, dispersion, isFall), isFall)
            : null;
    }

    /// <summary>Moves both ends a little while the window gets stronger: the grid of lengths is coarse, the day an issue began is not.</summary>
    private RaisedWindow Refine(RaisedWindow window)
    {
        RaisedWindow best = window;
        for (int start = Math.Max(calendar.FewestPeriods, window.Start - RefinementReach); start <= window.Start + RefinementReach; start++)
        {
            for (int end = Math.Max(start, window.End - RefinementReach); end <= Math.Min(window.Series.JudgedPeriods - 1, window.End + RefinementReach); end++)
            {
                RaisedWindow? moved = Judge(window.Series, start, end);
                best = moved is not null && moved.IsFall == window.IsFall && moved.LogPValue < best.LogPValue ? moved : best;
            }
        }

        return best;
    }
}
