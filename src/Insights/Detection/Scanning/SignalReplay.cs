using Insights.Aggregation;
using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>
/// Judges a collection's counts period by period as if each were today: what would have been raised, when first, and how often anything was. Every verdict
/// rests on earlier periods alone, so one pass over the history gives what a run at each time would have given.
/// </summary>
public sealed class SignalReplay
{
    private readonly CollectionCounts counts;
    private readonly ScanOptions options;
    private readonly Calendar calendar;
    private readonly CourseFitter courses;
    private readonly SignalWording wording;
    private readonly Dictionary<int, AlarmBudget> budgets = [];
    private readonly List<(SeriesKey Key, Period Since, Period Until, double Ratio, bool IsFall)> known = [];

    /// <param name="collection">How it is counted and watched.</param>
    /// <param name="dailyCounts">Counts of the watched slices, their single dimensions and of all complaints.</param>
    /// <param name="options">Settings of the search.</param>
    public SignalReplay(ComplaintCollection collection, IEnumerable<DailyCount> dailyCounts, ScanOptions options)
    {
        DailyCount[] rows = [.. dailyCounts];
        CollectionCountsBuilder builder = new(collection, rows.Max(row => row.Day) ?? throw new ArgumentException("No complaint has a date.", nameof(dailyCounts)));
        builder.Add(rows);
        counts = builder.Build() ?? throw new ArgumentException("No complaint has a date.", nameof(dailyCounts));
        this.options = options;
        calendar = Calendar.For(collection.Interval);
        courses = new CourseFitter(counts, calendar);
        wording = new SignalWording(collection);
    }

    /// <param name="first">First day whose period is taken as the newest.</param>
    /// <param name="last">The last such day.</param>
    public IEnumerable<ReplayedPeriod> Run(DateOnly first, DateOnly last)
    {
        for (int judged = calendar.FewestPeriods + 1; judged <= counts.JudgedPeriods; judged++)
        {
            Period newest = counts.All.PeriodAt(judged - 1);
            if (newest.End >= first && newest.Start <= last)
            {
                yield return Judge(judged, newest);
            }
        }
    }

    private ReplayedPeriod Judge(int judged, Period newest)
    {
        CollectionCounts then = counts.Until(judged);
        int year = judged / calendar.PeriodsPerYear;
        ScanResult scan = new SignalScanner(then, courses, options).Scan(budgets.GetValueOrDefault(year));
        budgets[year] = scan.Budget;
        SignalEvents events = new(then, courses, wording, _ => [], null, options.RecentDays);
        HashSet<int> taken = [];
        return new(
            newest,
            scan.Series,
            scan.Budget.Slices.ToDictionary(slice => slice.Slice, slice => slice.Level),
            scan.Budget.AchievedAQuarter,
            [.. events.Find(scan.Windows).Select(found => Identify(found, taken))]);
    }

    private ReplayedSignal Identify(SignalEvent found, HashSet<int> taken)
    {
        RaisedWindow window = found.Window;
        (Period since, Period until) = (window.Series.PeriodAt(window.Start), window.Series.PeriodAt(window.End));
        (int Number, double Likeness) best = Enumerable.Range(0, known.Count)
            .Where(number => !taken.Contains(number) && known[number].IsFall == window.IsFall && known[number].Key == window.Series.Key)
            .Select(number => (Number: number, Likeness: SignalIdentity.Likeness(known[number].Since, known[number].Until, since, until, known[number].Ratio, window.Ratio)))
            .OrderByDescending(pair => pair.Likeness)
            .FirstOrDefault((known.Count, 0));
        bool isNew = best.Likeness == 0;
        int number = isNew ? known.Count : best.Number;
        if (isNew)
        {
            known.Add((window.Series.Key, since, until, window.Ratio, window.IsFall));
        }

        known[number] = (window.Series.Key, since, until, window.Ratio, window.IsFall);
        taken.Add(number);
        return new(
            number + 1,
            window.Series.Key,
            wording.Title(window.Series.Key),
            since,
            until,
            window.Observed,
            window.Expected,
            window.LogPValue,
            window.IsFall,
            found.Artefact,
            isNew,
            [.. found.Folded.Select(folded => wording.Title(folded.Series.Key))]);
    }
}
