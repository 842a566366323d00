using Insights.Aggregation;
using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>Sets the level that keeps the alarm budget on shuffled history, and counts what it lets through on other shuffles.</summary>
internal sealed class BudgetCalibration(CollectionCounts counts, CourseFitter courses, Calendar calendar, ScanOptions options)
{
    private const int Seed = 20261128;
    private const int MonthsAQuarter = 3;

    /// <summary>Shuffles are added until so many false signals could have been seen within the budget, or this many were made.</summary>
    private const double EnoughFalseSignals = 60;
    private const int MostShuffles = 40;

    /// <summary>Of a larger slice every so-manieth series is shuffled, by size.</summary>
    private const int MostSeriesPerSlice = 150;

    /// <summary>A short history without a false signal does not prove much: the level is at most so many times what simulated quiet series allow.</summary>
    private const double MostLenient = 2;

    /// <summary>Less history than this beyond the fewest periods cannot set a level.</summary>
    private const int FewestQuarters = 2;

    /// <summary>The history itself sets a bar only when it is a year or longer before the one looked at.</summary>
    private const int FewestPastQuarters = 4;

    /// <summary>A code has begun when at most this share of what came was expected.</summary>
    private const double BegunShare = 0.15;

    public AlarmBudget Calibrate(IReadOnlyList<Slice> slices, IReadOnlyList<IReadOnlyList<PeriodCounts>> watched)
    {
        AlarmBudget supposed = AlarmBudget.Supposed([.. slices.Zip(watched, (slice, series) => KeyValuePair.Create(slice, series.Count))], options);

        // Whole years, so that the level stays as it is while a year goes on.
        int whole = counts.JudgedPeriods / calendar.PeriodsPerYear * calendar.PeriodsPerYear;
        int quarterLength = Math.Max(1, calendar.PeriodsPerYear * MonthsAQuarter / 12);
        int periods = whole - calendar.FewestPeriods >= FewestQuarters * quarterLength ? whole : counts.JudgedPeriods;
        double quarters = (periods - calendar.FewestPeriods) / (double)quarterLength;
        if (watched.All(series => series.Count == 0) || quarters < FewestQuarters)
        {
            return supposed;
        }

        (HashSet<SeriesKey> keys, double[] weights) = Sample(watched);
        CollectionCounts sample = Reduced(keys);
        int shuffles = (int)Math.Clamp(Math.Ceiling(EnoughFalseSignals / (options.FalseSignalsAQuarter * quarters)), 1, MostShuffles);
        ILookup<Slice, double>[] alarms = [.. Enumerable.Range(0, 2).Select(half => Enumerable.Range(0, shuffles)
            .SelectMany(shuffle => FalseSignals(sample, keys, periods, new Random(Seed + (half * MostShuffles) + shuffle)))
            .ToLookup(window => window.Series.Key.Slice, window => window.LogPValue))];
        double tried = quarters * shuffles;
        int past = counts.JudgedPeriods - calendar.PeriodsIn(options.RecentDays);
        double pastQuarters = (past - calendar.FewestPeriods) / (double)quarterLength;
        ILookup<Slice, double>? own = pastQuarters >= FewestPastQuarters ? PastSignals(sample, keys, past).ToLookup(window => window.Series.Key.Slice, window => window.LogPValue) : null;
        return supposed with
        {
            Slices = [.. supposed.Slices.Select((slice, index) =>
            {
                double level = LevelOf(alarms[0][slice.Slice], slice.AllowedAQuarter * tried / Math.Max(1, weights[index]), slice.LogLevel + Math.Log(MostLenient));
                level = own is null ? level : Math.Min(level, LevelOf(own[slice.Slice], slice.AllowedAQuarter * pastQuarters / Math.Max(1, weights[index]), level));
                double achieved = alarms[1][slice.Slice].Count(logPValue => logPValue <= level) * weights[index] / tried;
                return slice with { LogLevel = level, AchievedAQuarter = achieved, QuartersTried = tried };
            })],
        };
    }

    /// <summary>The largest level that lets no more through than allowed.</summary>
    private static double LevelOf(IEnumerable<double> logPValues, double allowed, double supposed)
    {
        double[] ordered = [.. logPValues.Order()];
        int passed = (int)allowed;
        double largest = Math.Min(supposed, Math.Log(AlarmBudget.LargestLevel));
        return passed < ordered.Length ? Math.Min(largest, Math.BitDecrement(ordered[passed])) : largest;
    }

    private static (HashSet<SeriesKey> Keys, double[] Weights) Sample(IReadOnlyList<IReadOnlyList<PeriodCounts>> slices)
    {
        HashSet<SeriesKey> keys = [];
        double[] weights = new double[slices.Count];
        for (int slice = 0; slice < slices.Count; slice++)
        {
            IReadOnlyList<PeriodCounts> all = slices[slice];
            int taken = Math.Min(all.Count, MostSeriesPerSlice);
            weights[slice] = taken == 0 ? 0 : all.Count / (double)taken;
            for (int index = 0; index < taken; index++)
            {
                keys.Add(all[(int)((long)index * all.Count / taken)].Key);
            }
        }

        return (keys, weights);
    }

    /// <summary>The sampled series with the wider ones that they borrow from or are shares of.</summary>
    private CollectionCounts Reduced(HashSet<SeriesKey> keys)
    {
        HashSet<SeriesKey> needed = [.. keys, .. keys.SelectMany(key => key.Facets.Select(facet => new SeriesKey(key.Collection, Slice.By(facet.Key), facet.Value)))];
        return new CollectionCounts(counts.Collection, counts.AsOf, counts.All, [.. counts.Series.Where(series => needed.Contains(series.Key))]);
    }

    /// <summary>What is raised in one shuffled history, each event once.</summary>
    private List<RaisedWindow> FalseSignals(CollectionCounts sample, HashSet<SeriesKey> keys, int periods, Random random)
    {
        CollectionCounts quiet = QuietHistory.Shuffle(sample, courses, calendar, periods, random);
        return Signals(quiet, new CourseFitter(quiet, calendar), keys, IsAtShift);
    }

    /// <summary>What the history itself would have raised up to a period, each event once.</summary>
    private List<RaisedWindow> PastSignals(CollectionCounts sample, HashSet<SeriesKey> keys, int periods) => Signals(sample.Until(periods), courses, keys, HasBegun);

    private List<RaisedWindow> Signals(CollectionCounts quiet, CourseFitter fitted, HashSet<SeriesKey> keys, Func<RaisedWindow, bool> isNoSignal)
    {
        WindowScan scan = new(fitted, calendar, options, counts.Collection.JudgesShares);
        IReadOnlyList<RaisedWindow>[] found = new IReadOnlyList<RaisedWindow>[quiet.Series.Count];
        Parallel.For(0, quiet.Series.Count, index =>
        {
            PeriodCounts series = quiet.Series[index];
            found[index] = keys.Contains(series.Key) ? scan.Search(series, Math.Log(AlarmBudget.LargestLevel), calendar.FewestPeriods, 0, out _) : [];
        });

        List<RaisedWindow> taken = [];
        foreach (RaisedWindow window in found.SelectMany(windows => windows).OrderBy(window => window.LogPValue).ThenBy(window => window.Series.Key.ToString(), StringComparer.Ordinal))
        {
            if (!isNoSignal(window) && !taken.Exists(other => other.Overlaps(window) && other.IsFall == window.IsFall && AreNested(other.Series.Key, window.Series.Key)))
            {
                taken.Add(window);
            }
        }

        return taken;
    }

    /// <summary>What begins from next to nothing is mostly a new code, and no measure of how restless the stream is.</summary>
    private static bool HasBegun(RaisedWindow window) => window.Expected <= BegunShare * window.Observed;

    /// <summary>Where a level moved for good, shuffling within the year leaves a step: real, so no false signal.</summary>
    private bool IsAtShift(RaisedWindow window) => courses.TrackOf(window.Series.Key).Shifts
        .Exists(shift => window.Start <= shift + calendar.PeriodsPerYear && window.End >= shift - calendar.PeriodsPerYear);

    private static bool AreNested(SeriesKey left, SeriesKey right) => left.Facets.All(right.Facets.Contains) || right.Facets.All(left.Facets.Contains);
}
