using MathNet.Numerics;

namespace Insights.Statistics;

/// <summary>The shape θ of the negative binomial with variance μ + μ²/θ, by maximum likelihood given the means (Venables and Ripley 2002, ch. 7.4).</summary>
internal static class NegativeBinomialShape
{
    private const int MaximumIterations = 100;
    private const double RelativeTolerance = 1e-12;

    public static double MaximumLikelihood(IReadOnlyList<double> counts, IReadOnlyList<double> means, IReadOnlyList<double> weights)
    {
        double theta = MomentStart(counts, means, weights);
        for (int iteration = 0; iteration < MaximumIterations; iteration++)
        {
            (double score, double information) = Derivatives(counts, means, weights, theta);
            double step = score / information;
            double next = theta + step > 0 ? theta + step : theta / 2;
            if (Math.Abs(next - theta) <= RelativeTolerance * theta)
            {
                return next;
            }

            theta = next;
        }

        return theta;
    }

    public static double StandardError(double[] counts, double[] means, double[] weights, double theta) =>
        1 / Math.Sqrt(Derivatives(counts, means, weights, theta).Information);

    private static double MomentStart(IReadOnlyList<double> counts, IReadOnlyList<double> means, IReadOnlyList<double> weights)
    {
        double sum = 0;
        double total = 0;
        for (int row = 0; row < counts.Count; row++)
        {
            double relative = (counts[row] / means[row]) - 1;
            sum += weights[row] * relative * relative;
            total += weights[row];
        }

        return total / sum;
    }

    private static (double Score, double Information) Derivatives(IReadOnlyList<double> counts, IReadOnlyList<double> means, IReadOnlyList<double> weights, double theta)
    {
        double score = 0;
        double information = 0;
        for (int row = 0; row < counts.Count; row++)
        {
            double y = counts[row];
            double mean = means[row];
            double sum = mean + theta;
            score += weights[row] * (SpecialFunctions.DiGamma(theta + y) - SpecialFunctions.DiGamma(theta) + Math.Log(theta) + 1 - Math.Log(sum) - ((y + theta) / sum));
            information += weights[row] * (Trigamma(theta) - Trigamma(theta + y) - (1 / theta) + (2 / sum) - ((y + theta) / (sum * sum)));
        }

        return (score, information);
    }

    /// <summary>ψ′(x), x > 0, by the recurrence and the asymptotic series (Abramowitz and Stegun 1964, 6.4.6 and 6.4.12).</summary>
    private static double Trigamma(double x)
    {
        const double smallestForSeries = 12;
        double sum = 0;
        for (; x < smallestForSeries; x++)
        {
            sum += 1 / (x * x);
        }

        double inverse = 1 / x;
        double square = inverse * inverse;
        return sum + inverse + (square / 2) + (inverse * square * ((1 / 6.0) - (square * ((1 / 30.0) - (square * ((1 / 42.0) - (square * ((1 / 30.0) - (square * 5 / 66)))))))));
    }
}
