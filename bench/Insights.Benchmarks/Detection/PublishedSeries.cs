using System.Globalization;
using Insights.Detection;
using MathNet.Numerics.Distributions;

namespace Benchmarks.Detection;

/// <summary>
/// Quiet weekly series after the published design: seven parameter sets, each without and with trend and with 0, 1 and 2 waves, past outbreaks before the
/// judged year. For the last correction of p-values, with seeds that no benchmark uses.
/// Source: A. Noufaily and others (2013), Statistics in Medicine 32, pp. 1211–1213.
/// </summary>
internal static class PublishedSeries
{
    private const int Weeks = 624;
    public const int JudgedWeeks = 49;
    private const int FirstOutbreakWeek = 312;
    private const int PastOutbreaks = 4;
    private const int WeeksPerYear = 52;
    private const int MostWaves = 2;
    private const double DelaySpread = 0.5;
    private static readonly double[] Alphas = [0.005, 0.0085, 0.009, 0.0095, 0.01, 0.0105, 0.011, 0.012, 0.02];
    private static readonly int[] PastSizes = [0, 2, 3, 5, 10];

    private static readonly (double Level, double Trend, double Cosine, double Sine, double Dispersion)[] Sets =
    [
        (0.1, 0.0025, 0.6, 0.6, 1.5), (-2, 0.005, 0.1, 0.3, 2), (1.5, 0.003, 0.2, -0.4, 1), (0.5, 0.002, 0.5, 0.5, 5),
        (2.5, 0.001, 1, 0.1, 3), (3.75, 0.001, 0.1, -0.1, 1.1), (5, 0.0001, 0.05, 0.01, 1.2),
    ];

    /// <summary>Prints rates of alarms over all series.</summary>
    public static void PrintAlarmRate(int seed, int seriesOfEachKind)
    {
        SeriesDetector detector = new(new DetectionOptions { ComputesRange = false });
        Random random = new(seed);
        List<double> values = [];
        foreach (var set in Sets)
        {
            for (int kind = 0; kind < 2 * (MostWaves + 1) * seriesOfEachKind; kind++)
            {
                double trend = kind % 2 == 0 ? 0 : set.Trend;
                int waves = kind / 2 % (MostWaves + 1);
                int[] counts = Draw(random, set with { Trend = trend }, waves, PastSizes[kind / (2 * (MostWaves + 1)) % PastSizes.Length], out _);
                values.AddRange(detector.Assess(new CountSeries(counts, WeeksPerYear), Weeks - JudgedWeeks).Select(verdict => verdict.Count > verdict.Expected ? verdict.PValue : 1));
            }
        }

        foreach (double alpha in Alphas)
        {
            double rate = values.Count(value => value <= alpha) / (double)values.Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"published parameters, seed {seed}, alpha {alpha}: {rate:0.00000} of {values.Count} quiet periods"));
        }
    }

    /// <summary>One of the 42 scenarios: seven sets, each without and with trend and with 0, 1 and 2 waves; the size of past outbreaks goes by the replicate.</summary>
    public static (int[] Counts, double[] Means, double Dispersion) Draw(Random random, int scenario, int replicate)
    {
        int kind = scenario / Sets.Length;
        var set = Sets[scenario % Sets.Length];
        return (Draw(random, set with { Trend = kind % 2 == 0 ? 0 : set.Trend }, kind / 2, PastSizes[replicate % PastSizes.Length], out double[] means), means, set.Dispersion);
    }

    private static int[] Draw(Random random, (double Level, double Trend, double Cosine, double Sine, double Dispersion) set, int waves, int pastSize, out double[] means)
    {
        means = new double[Weeks];
        int[] counts = new int[Weeks];
        for (int week = 0; week < Weeks; week++)
        {
            double predictor = set.Level + (set.Trend * (week + 1));
            for (int wave = 1; wave <= waves; wave++)
            {
                (double sine, double cosine) = Math.SinCos(2 * Math.PI * wave * (week + 1) / WeeksPerYear);
                predictor += (set.Cosine * cosine) + (set.Sine * sine);
            }

            means[week] = Math.Exp(predictor);
            double excess = set.Dispersion - 1;
            counts[week] = Poisson.Sample(random, excess == 0 ? means[week] : Math.Max(1e-12, Gamma.Sample(random, means[week] / excess, 1 / excess)));
        }

        for (int outbreak = 0; outbreak < PastOutbreaks && pastSize > 0; outbreak++)
        {
            int start = FirstOutbreakWeek + random.Next(Weeks - JudgedWeeks - FirstOutbreakWeek);
            int cases = Math.Max(2, Poisson.Sample(random, pastSize * Math.Sqrt(set.Dispersion * means[start])));
            for (int drawn = 0; drawn < cases; drawn++)
            {
                int at = start + (int)LogNormal.Sample(random, 0, DelaySpread);
                counts[Math.Min(at, Weeks - 1)] += at < Weeks - JudgedWeeks ? 1 : 0;
            }
        }

        return counts;
    }
}
