namespace Insights.Statistics;

/// <summary>The Poisson distribution in logarithms: mass, exact tails and quantiles.</summary>
public static class PoissonDistribution
{
    /// <summary>log P(Y = count).</summary>
    /// <param name="count">count ≥ 0; a negative count has mass 0.</param>
    /// <param name="mean">μ ≥ 0.</param>
    public static double LogMass(int count, double mean)
    {
        RequireMean(mean);
        return count < 0 || (mean == 0 && count > 0) ? double.NegativeInfinity : mean == 0 ? 0 : SaddlePoint.LogPoissonMass(count, mean);
    }

    /// <summary>log P(Y ≥ count), exact to about 1e-13 relative however far out.</summary>
    public static double LogUpperTail(int count, double mean)
    {
        RequireMean(mean);
        return DiscreteTail.LogUpper(count, mean, at => LogMass(at, mean), at => mean / at);
    }

    /// <summary>P(Y ≥ count).</summary>
    public static double UpperTail(int count, double mean) => Math.Exp(LogUpperTail(count, mean));

    /// <summary>P(Y ≤ count).</summary>
    public static double LowerTail(int count, double mean)
    {
        RequireMean(mean);
        return DiscreteTail.Lower(count, mean, at => LogMass(at, mean), at => mean / at);
    }

    /// <summary>The smallest count with P(Y ≤ count) ≥ probability.</summary>
    /// <param name="probability">0 ≤ p &lt; 1.</param>
    /// <param name="mean">μ ≥ 0.</param>
    public static int Quantile(double probability, double mean)
    {
        RequireMean(mean);
        return DiscreteTail.Quantile(probability, mean, mean, at => LowerTail(at, mean));
    }

    private static void RequireMean(double mean)
    {
        if (!(mean >= 0) || double.IsPositiveInfinity(mean))
        {
            throw new ArgumentOutOfRangeException(nameof(mean), mean, "The mean must be a finite number, 0 or more.");
        }
    }
}
