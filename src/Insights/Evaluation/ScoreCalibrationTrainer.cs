using Insights.Detection;
using Insights.Detection.Harmonic;

namespace Insights.Evaluation;

/// <summary>
/// Learns the table behind <see cref="ScoreCalibration"/>: scores of quiet periods of simulated series, their upper quantiles at nodes of expected count and
/// dispersion by kernel weights. Deterministic for a seed.
/// </summary>
public sealed class ScoreCalibrationTrainer(int seed)
{
    /// <summary>Quiet periods judged of each simulated series, as many as a year has.</summary>
    private const int JudgedPeriods = 49;
    private const int QuietMargin = 3;
    private const int ShortestSeries = 170;
    private const int LongestSeries = 660;
    private const int PeriodsPerYear = 52;
    private const double SmallestLogMean = -4;
    private const double MeanBandwidth = 0.35;

    /// <summary>Where hardly any score can alarm the quantiles go in steps, so the nodes lie closer.</summary>
    private const double SparsestBandwidth = 0.2;
    private const double SparsestLogMean = -2.5;
    private const double DispersionBandwidth = 0.12;

    public static readonly double[] LogMeans = [Math.Log(0.03), Math.Log(0.055), Math.Log(0.1), Math.Log(0.3), 0, Math.Log(3), Math.Log(10), Math.Log(30), Math.Log(120)];

    public static readonly double[] LogDispersions = [0.01, 0.2, 0.45, 0.8, 1.2, 1.7];

    public static readonly double[] Probabilities = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];

    /// <summary>Scores by mean node, dispersion node and probability.</summary>
    public double[][][] Learn(int seriesCount)
    {
        SeriesSimulator simulator = new(seed) { SmallestLogMean = SmallestLogMean };
        Random lengths = new(seed + 1);
        List<(double Score, double LogMean, double LogDispersion)> quiet = [];
        for (int index = 0; index < seriesCount; index++)
        {
            int length = lengths.Next(ShortestSeries, LongestSeries);
            CountSeries series = new(simulator.Next(length, JudgedPeriods + QuietMargin, PeriodsPerYear).Counts, PeriodsPerYear);
            quiet.AddRange(SeriesDetector.Scores(series, length - JudgedPeriods));
        }

        quiet.Sort((left, right) => right.Score.CompareTo(left.Score));
        return [.. LogMeans.Select(mean => LogDispersions.Select(dispersion => Quantiles(quiet, mean, dispersion)).ToArray())];
    }

    private static double[] Quantiles(List<(double Score, double LogMean, double LogDispersion)> quiet, double logMean, double logDispersion)
    {
        double bandwidth = logMean < SparsestLogMean ? SparsestBandwidth : MeanBandwidth;
        double[] weights = [.. quiet.Select(point => Kernel(point.LogMean - logMean, bandwidth) * Kernel(point.LogDispersion - logDispersion, DispersionBandwidth))];
        double total = weights.Sum();
        double[] quantiles = new double[Probabilities.Length];
        int level = Probabilities.Length - 1;
        double sum = 0;
        for (int index = 0; index < quiet.Count && level >= 0; index++)
        {
            sum += weights[index];
            while (level >= 0 && sum >= Probabilities[level] * total)
            {
                quantiles[level] = quiet[index].Score;
                level--;
            }
        }

        return quantiles;
    }

    private static double Kernel(double distance, double bandwidth) => Math.Exp(-0.5 * distance * distance / (bandwidth * bandwidth));
}
