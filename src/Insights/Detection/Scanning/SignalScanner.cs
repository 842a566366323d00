using Insights.Aggregation;
using Insights.Complaints;
using Insights.Statistics;

namespace Insights.Detection.Scanning;

/// <summary>Judges every watched series of a collection and keeps what the alarm budget and the false-discovery rate let through.</summary>
internal sealed class SignalScanner(CollectionCounts counts, CourseFitter courses, ScanOptions options)
{
    private readonly Calendar calendar = Calendar.For(counts.Collection.Interval);
    private readonly SortedDictionary<string, int> notAssessed = new(StringComparer.Ordinal);

    public ScanResult Scan()
    {
        List<PeriodCounts>[] slices = [.. counts.Collection.WatchedSlices.Distinct().Select(Watched)];
        int watched = slices.Sum(slice => slice.Count);
        double level = AlarmBudget.Level(Math.Max(1, watched), counts.Collection.Interval, options);
        double quarters = AlarmBudget.Quarters(options);
        List<(RaisedWindow Window, int Series)> found = [];
        List<double> pValues = [];
        foreach (List<PeriodCounts> slice in slices)
        {
            WindowScan scan = new(courses, calendar, options, LevelDrift.Variance(slice, courses, calendar));
            foreach (PeriodCounts series in slice)
            {
                IReadOnlyList<RaisedWindow> windows = scan.Search(series, Math.Log(level), out double best);
                found.AddRange(windows.Select(window => (window, pValues.Count)));
                pValues.Add(AlarmBudget.SeriesPValue(best, counts.Collection.Interval, quarters));
            }
        }

        double[] adjusted = MultipleTesting.BenjaminiHochberg(pValues);
        (RaisedWindow Window, double Adjusted)[] kept = [.. found
            .Select(item => (item.Window, Adjusted: adjusted[item.Series]))
            .Where(item => item.Adjusted <= options.FalseDiscoveryRate)
            .OrderBy(item => item.Window.LogPValue)
            .ThenBy(item => item.Window.Series.Key.ToString(), StringComparer.Ordinal)
            .ThenBy(item => item.Window.Start)];
        return new ScanResult(watched, [.. notAssessed], [.. kept.Select(item => item.Window)], [.. kept.Select(item => item.Adjusted)], level);
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
