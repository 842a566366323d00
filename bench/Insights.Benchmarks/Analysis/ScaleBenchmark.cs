using System.Diagnostics;
using System.Globalization;
using Insights.Complaints;
using Insights.Detection.Scanning;
using Insights.Taxonomies;
using MathNet.Numerics.Distributions;

namespace Benchmarks.Analysis;

/// <summary>Assesses many weekly series with ten years each for the current week: how long it takes, and whether twice as many take twice as long.</summary>
internal static class ScaleBenchmark
{
    private const int Seed = 4;
    private const int Weeks = 520;
    private const int Offices = 100;
    private static readonly DateOnly FirstMonday = new(2016, 1, 4);

    public static int Run(int series)
    {
        foreach (int part in new[] { series / 4, series / 2, series })
        {
            (ComplaintCollection collection, List<DailyCount> counts) = Made(part);
            Stopwatch watch = Stopwatch.StartNew();
            SignalReplay replay = new(collection, counts, new ScanOptions());
            double followed = watch.Elapsed.TotalSeconds;
            DateOnly newest = FirstMonday.AddDays((7 * Weeks) - 1);
            ReplayedPeriod week = replay.Run(newest, newest).Single();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{week.Series} series of {Weeks} weeks: {watch.Elapsed.TotalSeconds:0.0} seconds, of which {followed:0.0} counted and followed; {week.Signals.Count} signals"));
        }

        return 0;
    }

    private static (ComplaintCollection Collection, List<DailyCount> Counts) Made(int series)
    {
        Slice pair = Slice.By(Dimension.Theme, Dimension.Office);
        ComplaintCollection collection = new()
        {
            Name = "made",
            Title = "Made up",
            Interval = Interval.Week,
            IsClassified = false,
            WatchedSlices = [pair],
            MaxSeriesPerSlice = series,
            Taxonomy = new Taxonomy("made", "1", "Made up", new Dictionary<Dimension, IReadOnlyList<TaxonomyCode>>()),
        };
        Random random = new(Seed);
        List<DailyCount> counts = [];
        int[] all = new int[Weeks];
        for (int index = 0; index < series; index++)
        {
            SeriesKey key = new(collection.Name, pair, $"theme {index / Offices}", $"office {index % Offices}");
            double mean = Math.Pow(10, (2 * random.NextDouble()) - 1);
            for (int week = 0; week < Weeks; week++)
            {
                int count = Poisson.Sample(random, mean);
                all[week] += count;
                if (count > 0)
                {
                    counts.Add(new DailyCount(key, FirstMonday.AddDays(7 * week), count, count));
                }
            }
        }

        SeriesKey whole = new(collection.Name, Slice.All);
        counts.AddRange(all.Select((count, week) => new DailyCount(whole, FirstMonday.AddDays((7 * week) + 1), count, count)));
        counts.Add(new DailyCount(whole, FirstMonday.AddDays((7 * Weeks) - 1), 1, 1));
        return (collection, counts);
    }
}
