namespace Insights.Statistics;

/// <summary>Deviance and log-likelihood of Poisson and negative binomial counts.</summary>
internal static class CountDeviance
{
    /// <summary>Sum of unit deviances; <paramref name="theta"/> infinite means Poisson.</summary>
    public static double Total(double[] counts, double[] means, double[] weights, double theta)
    {
        double sum = 0;
        for (int row = 0; row < counts.Length; row++)
        {
            sum += weights[row] * Unit(counts[row], means[row], theta);
        }

        return 2 * sum;
    }

    public static double LogLikelihood(double[] counts, double[] means, double[] weights, double theta)
    {
        double sum = 0;
        for (int row = 0; row < counts.Length; row++)
        {
            double y = counts[row];
            double mean = means[row];
            double mass = double.IsPositiveInfinity(theta)
                ? (y == 0 ? 0 : y * Math.Log(mean)) - mean - LogGamma.Of(y + 1)
                : LogGamma.Of(theta + y) - LogGamma.Of(theta) - LogGamma.Of(y + 1) + (theta * Math.Log(theta / (theta + mean))) + (y == 0 ? 0 : y * Math.Log(mean / (theta + mean)));
            sum += weights[row] * mass;
        }

        return sum;
    }

    private static double Unit(double count, double mean, double theta)
    {
        double fit = count == 0 ? 0 : count * Math.Log(count / mean);
        return double.IsPositiveInfinity(theta)
            ? fit - (count - mean)
            : fit - ((count + theta) * Math.Log((count + theta) / (mean + theta)));
    }
}
