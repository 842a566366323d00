using System.Diagnostics;
using System.Globalization;
using Dashboard.Verbs;
using Insights.Evaluation;
using MathNet.Numerics.Distributions;

namespace Benchmarks.Detection;

/// <summary>
/// The 42 published scenarios drawn anew with seeds that nobody has looked at: 20 series each, 624 weeks, one outbreak in the last 49, of each size twice a scenario.
/// What the detector and the reference method make of them says whether the benchmark's visible files were learned by heart.
/// Sources: A. Noufaily and others (2013), Statistics in Medicine 32, pp. 1211–1213; G. Bédubourg and Y. Le Strat (2017), PLoS ONE 12(7).
/// </summary>
internal static class FreshSeries
{
    private const int Replicates = 20;
    private const int Scenarios = 42;
    private const int FirstJudged = 575;
    private const int Sizes = 10;
    private const double DelaySpread = 0.5;
    private const int WeeksPerYear = 52;
    private const double Alpha = 0.01;

    public static int Run(IReadOnlyList<int> seeds)
    {
        foreach (int seed in seeds)
        {
            Stopwatch watch = Stopwatch.StartNew();
            Random random = new(seed);
            BenchmarkSeries[] series = [.. Enumerable.Range(0, Scenarios * Replicates).Select(index => Draw(random, index / Replicates, index % Replicates))];
            Console.WriteLine($"seed {seed}");
            BacktestTable.PrintHeader(withSeconds: false);
            Print("insights", Backtest.OfSeriesDetector(WeeksPerYear).Judge(series));
            Print("Farrington flexible", Backtest.OfFarringtonFlexible(WeeksPerYear, needsFiveCases: true).Judge(series));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds:0} seconds"));
        }

        return 0;
    }

    private static void Print(string method, IReadOnlyList<JudgedSeries> judged)
    {
        JudgedSeries[] sparse = [.. judged.Where(one => one.Series.Level < 1)];
        BacktestTable.PrintRow(method, Backtest.Measure(judged, Alpha));
        BacktestTable.PrintRow($"{method}, {sparse.Length} series below 1 a week", Backtest.Measure(sparse, Alpha));
    }

    private static BenchmarkSeries Draw(Random random, int scenario, int replicate)
    {
        (int[] quiet, double[] means, double dispersion) = PublishedSeries.Draw(random, scenario, replicate);
        int size = (replicate / 2 % Sizes) + 1;
        int start = FirstJudged + random.Next(PublishedSeries.JudgedWeeks);
        int cases;
        do
        {
            cases = Poisson.Sample(random, size * Math.Sqrt(dispersion * means[start]));
        }
        while (cases < 2);

        int[] counts = [.. quiet];
        (int first, int last) = (int.MaxValue, start);
        for (int drawn = 0; drawn < cases; drawn++)
        {
            int at = start + (int)LogNormal.Sample(random, 0, DelaySpread);
            if (at < counts.Length)
            {
                counts[at]++;
                (first, last) = (Math.Min(first, at), Math.Max(last, at));
            }
        }

        // All cases reported after the last week: the outbreak is there, but nobody can see it.
        return new BenchmarkSeries($"{scenario + 1}.{replicate + 1}", quiet, counts, FirstJudged, first == int.MaxValue ? start : first, last) { Size = size };
    }
}
