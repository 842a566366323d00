using MathNet.Numerics;

namespace Insights.Statistics;

/// <summary>
/// The negative binomial distribution with mean μ and variance φμ, in logarithms: the count distribution of overdispersed complaints.
/// In the classical form its size is μ / (φ − 1) and its success probability 1 / φ. At φ = 1 (or below) it is the Poisson distribution.
/// </summary>
public static class NegativeBinomialDistribution
{
    /// <summary>Dispersions closer to 1 than this are treated as Poisson: the masses agree to the precision of the result.</summary>
    private const double PoissonLimit = 1e-9;

    /// <summary>Above this variance the gamma distribution with the same mean and variance replaces sums over too many counts.</summary>
    private const double LargestSummedVariance = 1e10;

    /// <summary>log P(Y = count).</summary>
    /// <param name="count">count ≥ 0; a negative count has mass 0.</param>
    /// <param name="mean">μ ≥ 0.</param>
    /// <param name="dispersion">φ = variance / mean; values up to 1 mean Poisson.</param>
    public static double LogMass(int count, double mean, double dispersion)
    {
        if (IsPoisson(mean, dispersion))
        {
            return PoissonDistribution.LogMass(count, mean);
        }

        if (count < 0)
        {
            return double.NegativeInfinity;
        }

        double size = mean / (dispersion - 1);
        double logShare = Math.Log(size / (size + count));
        return logShare + SaddlePoint.LogBinomialMass(size, size + count, 1 / dispersion, (dispersion - 1) / dispersion);
    }

    /// <summary>log P(Y ≥ count), exact to about 1e-12 relative however far out.</summary>
    public static double LogUpperTail(int count, double mean, double dispersion) => IsPoisson(mean, dispersion)
        ? PoissonDistribution.LogUpperTail(count, mean)
        : mean * dispersion > LargestSummedVariance
        ? Math.Log(SpecialFunctions.GammaUpperRegularized(mean / dispersion, Math.Max(0, count - 0.5) / dispersion))
        : DiscreteTail.LogUpper(count, mean, at => LogMass(at, mean, dispersion), Ratio(mean, dispersion));

    /// <summary>P(Y ≥ count).</summary>
    public static double UpperTail(int count, double mean, double dispersion) => Math.Exp(LogUpperTail(count, mean, dispersion));

    /// <summary>P(Y ≤ count).</summary>
    public static double LowerTail(int count, double mean, double dispersion) => IsPoisson(mean, dispersion)
        ? PoissonDistribution.LowerTail(count, mean)
        : mean * dispersion > LargestSummedVariance
        ? SpecialFunctions.GammaLowerRegularized(mean / dispersion, (count + 0.5) / dispersion)
        : DiscreteTail.Lower(count, mean, at => LogMass(at, mean, dispersion), Ratio(mean, dispersion));

    /// <summary>The smallest count with P(Y ≤ count) ≥ probability.</summary>
    /// <param name="probability">0 ≤ p &lt; 1.</param>
    /// <param name="mean">μ ≥ 0.</param>
    /// <param name="dispersion">φ = variance / mean.</param>
    public static int Quantile(double probability, double mean, double dispersion) => IsPoisson(mean, dispersion)
        ? PoissonDistribution.Quantile(probability, mean)
        : DiscreteTail.Quantile(probability, mean, dispersion * mean, at => LowerTail(at, mean, dispersion));

    /// <summary>P(Y = at) / P(Y = at − 1).</summary>
    private static Func<int, double> Ratio(double mean, double dispersion)
    {
        double size = mean / (dispersion - 1);
        double failure = (dispersion - 1) / dispersion;
        return at => failure * (at - 1 + size) / at;
    }

    private static bool IsPoisson(double mean, double dispersion)
    {
        if (double.IsNaN(dispersion) || double.IsPositiveInfinity(dispersion))
        {
            throw new ArgumentOutOfRangeException(nameof(dispersion), dispersion, "The dispersion (variance / mean) must be a finite number.");
        }

        return mean == 0 || dispersion - 1 < PoissonLimit;
    }
}
