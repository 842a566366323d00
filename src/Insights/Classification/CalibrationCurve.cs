namespace Insights.Classification;

/// <summary>From a score to the probability of a label: rising, 0 ≤ probability ≤ 1. Either Platt's curve or an isotonic one, whichever measured better.</summary>
public sealed class CalibrationCurve
{
    private readonly float[] scores;
    private readonly float[] probabilities;

    private CalibrationCurve(double slope, double offset, float[] scores, float[] probabilities)
    {
        Slope = slope;
        Offset = offset;
        this.scores = scores;
        this.probabilities = probabilities;
    }

    /// <summary>A of Platt's curve, ≤ 0; unused when <see cref="IsIsotonic"/>.</summary>
    public double Slope { get; }

    /// <summary>B of Platt's curve; unused when <see cref="IsIsotonic"/>.</summary>
    public double Offset { get; }

    public bool IsIsotonic => scores.Length > 0;

    /// <summary>Scores of the knots; empty for Platt's curve.</summary>
    public ReadOnlySpan<float> KnotScores => scores;

    /// <summary>Probabilities of the knots; empty for Platt's curve.</summary>
    public ReadOnlySpan<float> KnotProbabilities => probabilities;

    public static CalibrationCurve Platt(double slope, double offset) => new(slope, offset, [], []);

    public static CalibrationCurve Isotonic(float[] scores, float[] probabilities) => new(0, 0, scores, probabilities);

    /// <summary>The probability that goes with a score.</summary>
    public double Probability(double score)
    {
        if (!IsIsotonic)
        {
            return 1 / (1 + Math.Exp((Slope * score) + Offset));
        }

        int above = Array.BinarySearch(scores, (float)score);
        above = above < 0 ? ~above : above;
        if (above == 0)
        {
            return probabilities[0];
        }

        if (above == scores.Length)
        {
            return probabilities[^1];
        }

        double width = scores[above] - scores[above - 1];
        double share = width > 0 ? (score - scores[above - 1]) / width : 1;
        return probabilities[above - 1] + (share * (probabilities[above] - probabilities[above - 1]));
    }
}
