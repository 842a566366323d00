using Insights.Aggregation;

namespace Insights.Detection.Scanning;

/// <summary>
/// Searches one series for windows of one period up to a year or more that hold too many complaints (or, up to the newest period, too few), each held
/// against a course fitted to what came before it. A surge shows in a short window, a slow rise in a long one, a few complaints a month in neither
/// alone: the exact tail decides. The method is a temporal scan statistic.
/// Source: M. Kulldorff (2001), JRSS A 164, pp. 61–72; J. I. Naus (1965), JASA 60, pp. 532–538.
/// </summary>
/// <param name="courses">Expected courses.</param>
/// <param name="calendar">Lengths of time.</param>
/// <param name="options">What counts as a rise or a fall.</param>
/// <param name="drift">τ² of the slice, see <see cref="LevelDrift"/>.</param>
internal sealed class WindowScan(CourseFitter courses, Calendar calendar, ScanOptions options, double drift)
{
    /// <summary>How far both ends of a found window are moved to fit the event better.</summary>
    private const int RefinementReach = 6;

    /// <summary>Windows less unusual than this many standard deviations are passed over without computing their tail.</summary>
    private const double ScreeningDeviations = 2;

    /// <summary>What has ended a quarter ago or more must be four times as unlikely: three such quarters together get the budget of less than one.</summary>
    private static readonly double LogPastPenalty = Math.Log(4);
    private const int CurrentDays = 91;

    /// <summary>The windows of a series that are beyond the given level and do not overlap, strongest first.</summary>
    /// <param name="series">The series; at least <see cref="Calendar.FewestPeriods"/> + 1 judged periods.</param>
    /// <param name="logLevel">Natural logarithm of the level of a single window.</param>
    /// <param name="best">The strongest window's log p, whatever it is; 0 when nothing is unusual.</param>
    public IReadOnlyList<RaisedWindow> Search(PeriodCounts series, double logLevel, out double best)
    {
        List<RaisedWindow> candidates = [.. Candidates(series).OrderBy(window => window.LogPValue).ThenBy(window => window.Start).ThenBy(window => window.End)];
        best = candidates.Count == 0 ? 0 : candidates[0].LogPValue;
        List<RaisedWindow> found = [];
        foreach (RaisedWindow candidate in candidates.Where(window => window.LogPValue <= logLevel - (IsCurrent(window) ? 0 : LogPastPenalty)))
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
        for (int end = OldestEnd(series); end < series.JudgedPeriods; end++)
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

    private bool IsCurrent(RaisedWindow window) => window.End > window.Series.JudgedPeriods - 1 - calendar.PeriodsIn(CurrentDays);

    private int OldestEnd(PeriodCounts series) => Math.Max(calendar.FewestPeriods, series.JudgedPeriods - 1 - calendar.PeriodsIn(options.RecentDays));

    private RaisedWindow? Judge(PeriodCounts series, int start, int end)
    {
        ExpectedCourse course = courses.For(series, start).Drifting(drift);
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
            ? observed <= options.LargestSilence * expected && isNews
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
            for (int end = Math.Max(Math.Max(start, OldestEnd(window.Series)), window.End - RefinementReach); end <= Math.Min(window.Series.JudgedPeriods - 1, window.End + RefinementReach); end++)
            {
                RaisedWindow? moved = Judge(window.Series, start, end);
                best = moved is not null && moved.IsFall == window.IsFall && moved.LogPValue < best.LogPValue ? moved : best;
            }
        }

        return best;
    }
}
