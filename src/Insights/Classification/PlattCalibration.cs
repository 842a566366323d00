namespace Insights.Classification;

/// <summary>
/// P(label | score) = 1 / (1 + exp(A·score + B)), fitted by maximum likelihood with Platt's softened targets
/// (Platt 1999, Probabilistic outputs for support vector machines, p. 66; algorithm of Lin, Lin and Weng 2007, A note on Platt's probabilistic outputs, p. 275).
/// </summary>
internal static class PlattCalibration
{
    private const int MostIterations = 100;
    private const double SmallestStep = 1e-10;
    private const double HessianRidge = 1e-12;
    private const double GradientTolerance = 1e-5;
    private const double SufficientDecrease = 1e-4;

    /// <summary>Fits A and B.</summary>
    /// <param name="scores">One a row.</param>
    /// <param name="isPositive">As long as <paramref name="scores"/>.</param>
    public static (double A, double B) Fit(ReadOnlySpan<float> scores, ReadOnlySpan<bool> isPositive)
    {
        int positives = isPositive.Count(true);
        int negatives = isPositive.Length - positives;
        double[] targets = Targets(isPositive, positives, negatives);
        double a = 0;
        double b = Math.Log((negatives + 1.0) / (positives + 1.0));
        double loss = Loss(scores, targets, a, b);
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            (double gradientA, double gradientB, double haa, double hab, double hbb) = Derivatives(scores, targets, a, b);
            if (Math.Abs(gradientA) < GradientTolerance && Math.Abs(gradientB) < GradientTolerance)
            {
                break;
            }

            double determinant = (haa * hbb) - (hab * hab);
            double stepA = -((hbb * gradientA) - (hab * gradientB)) / determinant;
            double stepB = -((haa * gradientB) - (hab * gradientA)) / determinant;
            double slope = (gradientA * stepA) + (gradientB * stepB);
            double length = 1;
            double next = Loss(scores, targets, a + stepA, b + stepB);
            while (next >= loss + (SufficientDecrease * length * slope) && length > SmallestStep)
            {
                length /= 2;
                next = Loss(scores, targets, a + (length * stepA), b + (length * stepB));
            }

            if (length <= SmallestStep)
            {
                break;
            }

            a += length * stepA;
            b += length * stepB;
            loss = next;
        }

        // A positive A would turn the order of scores round; with too few rows to tell, scores say nothing.
        return a <= 0 ? (a, b) : (0, Math.Log((negatives + 1.0) / (positives + 1.0)));
    }

    private static double[] Targets(ReadOnlySpan<bool> isPositive, int positives, int negatives)
    {
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1.0 / (negatives + 2.0);
        var targets = new double[isPositive.Length];
        for (int row = 0; row < targets.Length; row++)
        {
            targets[row] = isPositive[row] ? high : low;
        }

        return targets;
    }

    private static double Loss(ReadOnlySpan<float> scores, double[] targets, double a, double b)
    {
        double loss = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            double z = (a * scores[row]) + b;
            loss += z >= 0 ? (targets[row] * z) + Math.Log(1 + Math.Exp(-z)) : ((targets[row] - 1) * z) + Math.Log(1 + Math.Exp(z));
        }

        return loss;
    }

    private static (double A, double B, double AA, double AB, double BB) Derivatives(ReadOnlySpan<float> scores, double[] targets, double a, double b)
    {
        double gradientA = 0;
        double gradientB = 0;
        double aa = HessianRidge;
        double bb = HessianRidge;
        double ab = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            double probability = 1 / (1 + Math.Exp((a * scores[row]) + b));
            double curvature = probability * (1 - probability);
            double difference = targets[row] - probability;
            aa += scores[row] * scores[row] * curvature;
            ab += scores[row] * curvature;
            bb += curvature;
            gradientA += scores[row] * difference;
            gradientB += difference;
        }

        return (gradientA, gradientB, aa, ab, bb);
    }
}
