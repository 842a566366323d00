namespace Insights.Detection.Harmonic;

/// <summary>
/// Turns an outbreak score into a p-value: the share of quiet periods that score as high, learned once on simulated quiet series whose parameters and
/// seeds are no one's test data (<c>Insights.Benchmarks calibrate</c> prints the table). It depends on the expected count and the dispersion, because counts are
/// discrete and both are estimated.
/// </summary>
public static class ScoreCalibration
{
    /// <summary>
    /// Correction of the p-values. Fixed so that at α = 0.01 the rate on quiet series of the published parameter sets (seed 3001; <c>Insights.Benchmarks calibrate
    /// published</c>) is 0.0094, a little below what is asked for.
    /// </summary>
    private const double Correction = 1.02;

    /// <summary>
    /// Share of the quantile that all cells have in common. With 0 the false-alarm rate is the same for every expected count and dispersion; with 1 the same
    /// likelihood ratio alarms everywhere, which finds most outbreaks for a given total. On simulated series (seed 601) a half finds 2 in 100 more outbreaks in their
    /// first week than 0, at the same total rate; the rate of sparse series rises by a tenth or so.
    /// </summary>
    private const double CommonShare = 0.5;

    /// <summary>Rows in which hardly any score can alarm: they say nothing about the others.</summary>
    private const int SparsestRows = 2;
    private static readonly double[] CommonScores = MakeCommonScores();

    /// <summary>P(score ≥ s) for a score of <paramref name="score"/>, 0 &lt; p ≤ 1.</summary>
    /// <param name="score">The final score of <see cref="SeriesDetector"/>: outbreak score or tail.</param>
    /// <param name="mean">Expected count of the judged period, > 0.</param>
    /// <param name="dispersion">φ ≥ 1 of the judged period.</param>
    public static double PValue(double score, double mean, double dispersion)
    {
        (int row, double rowShare) = Locate(ScoreCalibrationTable.LogMeans, Math.Log(mean));
        (int column, double columnShare) = Locate(ScoreCalibrationTable.LogDispersions, Math.Log(dispersion));
        double[] probabilities = ScoreCalibrationTable.Probabilities;
        double previousScore = 0;
        for (int level = 0; level < probabilities.Length; level++)
        {
            double at = Interpolate(level, row, rowShare, column, columnShare);
            if (score < at)
            {
                if (level == 0)
                {
                    return 1;
                }

                double share = (score - previousScore) / (at - previousScore);
                return Corrected(Math.Exp(Math.Log(probabilities[level - 1]) + (share * Math.Log(probabilities[level] / probabilities[level - 1]))));
            }

            previousScore = at;
        }

        // A likelihood ratio exceeds e^s with probability at most e^-s: beyond the table the logarithm of p falls by one for each unit of the score.
        return Corrected(Math.Exp(Math.Log(probabilities[^1]) - (score - previousScore)));
    }

    private static double Corrected(double p) => Math.Min(1, Correction * p);

    private static double Interpolate(int level, int row, double rowShare, int column, double columnShare)
    {
        double[][][] scores = ScoreCalibrationTable.Scores;
        double upper = ((1 - columnShare) * scores[row][column][level]) + (columnShare * scores[row][column + 1][level]);
        double lower = ((1 - columnShare) * scores[row + 1][column][level]) + (columnShare * scores[row + 1][column + 1][level]);
        double own = ((1 - rowShare) * upper) + (rowShare * lower);
        return ((1 - CommonShare) * own) + (CommonShare * CommonScores[level]);
    }

    private static double[] MakeCommonScores() =>
        [.. ScoreCalibrationTable.Probabilities.Select((_, level) => ScoreCalibrationTable.Scores.Skip(SparsestRows).SelectMany(row => row).Average(cell => cell[level]))];

    private static (int Index, double Share) Locate(double[] nodes, double value)
    {
        int index = 0;
        while (index < nodes.Length - 2 && value >= nodes[index + 1])
        {
            index++;
        }

        return (index, Math.Clamp((value - nodes[index]) / (nodes[index + 1] - nodes[index]), 0, 1));
    }
}
