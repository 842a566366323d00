using Insights.Aggregation;
using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>Judges every watched series of a collection and keeps what the alarm budget and the false-discovery rate let through.</summary>
internal sealed class SignalScanner(CollectionCounts counts, CourseFitter courses, ScanOptions options)
{
    /// <summary>What ended a quarter ago or more must be four times as unlikely, so that the list of a year does not hold a year's false signals.</summary>
    private static readonly double LogPastPenalty = Math.Log(4);

    private readonly Calendar calendar = Calendar.For(counts.Collection.Interval);
    private readonly SortedDictionary<string, int> notAssessed = new(StringComparer.Ordinal);

    public ScanResult Scan(AlarmBudget? known = null)
    {
        Slice[] slices = [.. counts.Collection.WatchedSlices.Distinct()];
        List<PeriodCounts>[] bySlice = [.. slices.Select(Watched)];
        PeriodCounts[] watched = [.. bySlice.SelectMany(slice => slice)];
        AlarmBudget budget = known ?? new BudgetCalibration(counts, courses, calendar, options).Calibrate(slices, bySlice);
        WindowScan scan = new(courses, calendar, options, counts.Collection.JudgesShares);
        IReadOnlyList<RaisedWindow>[] found = new IReadOnlyList<RaisedWindow>[watched.Length];
        double[] pValues = new double[watched.Length];
        Parallel.For(0, watched.Length, index =>
        {
            SliceBudget part = budget.Of(watched[index].Key.Slice);
            found[index] = scan.Search(watched[index], part.LogLevel, scan.OldestEnd(watched[index]), LogPastPenalty, out double best);
            pValues[index] = part.SeriesPValue(best);
        });

        double[] adjusted = SignalTree.Adjust([.. watched.Select(series => series.Key)], pValues, options.FalseDiscoveryRate);
        (RaisedWindow Window, double Adjusted)[] kept = [.. found.SelectMany((windows, index) => windows.Select(window => (Window: window, Adjusted: adjusted[index])))
            .Where(item => item.Adjusted <= options.FalseDiscoveryRate)
            .OrderBy(item => item.Window.LogPValue)
            .ThenBy(item => item.Window.Series.Key.ToString(), StringComparer.Ordinal)
            .ThenBy(item => item.Window.Start)];
        return new ScanResult(watched.Length, [.. notAssessed], [.. kept.Select(item => item.Window)], [.. kept.Select(item => item.Adjusted)], budget);
    }

    private List<PeriodCounts> Watched(Slice slice)
    {
        PeriodCounts[] all = [.. counts.Series.Where(series => series.Key.Slice == slice)];
        if (slice == Slice.All && counts.Collection.JudgesShares)
        {
            NotAssessed("all complaints together: shares are judged, and the whole has none", all.Length);
            return [];
        }

        PeriodCounts[] coded = [.. all.Where(series => series.Key.Facets.All(facet => facet.Value.Length > 0))];
        NotAssessed("complaints without the code: counted as missing", all.Length - coded.Length);
        if (counts.JudgedPeriods <= calendar.FewestPeriods)
        {
            string unit = WordsFor.Interval(counts.Collection.Interval, calendar.FewestPeriods + 1);
            NotAssessed($"needs {calendar.FewestPeriods + 1} {unit}, has {counts.JudgedPeriods}", coded.Length);
            return [];
        }

        List<PeriodCounts> largest = [.. coded.Where(series => series.Judged > 0)
            .OrderByDescending(series => series.Judged).ThenBy(series => series.Key.ToString(), StringComparer.Ordinal)
            .Take(counts.Collection.MaxSeriesPerSlice)];
        NotAssessed($"not among the {counts.Collection.MaxSeriesPerSlice} largest of {slice}", coded.Length - largest.Count);
        return largest;
    }

    private void NotAssessed(string reason, int series)
    {
        if (series > 0)
        {
            notAssessed[reason] = notAssessed.GetValueOrDefault(reason) + series;
        }
    }
}
