namespace Insights.Statistics;

/// <summary>
/// The pieces of Loader's saddle-point form of probability masses, which keeps full precision where products of gamma functions would cancel.
/// Source: C. Loader (2000), "Fast and accurate computation of binomial probabilities", pp. 3–8.
/// </summary>
internal static class SaddlePoint
{
    private const double SeriesRadius = 0.1;
    private const int MaximumSeriesTerms = 1000;
    private const double SmallestForStirlingSeries = 16;
    private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    /// <summary>log of the binomial-like mass with <paramref name="successes"/> of <paramref name="trials"/> (both real, 0 ≤ successes ≤ trials).</summary>
    public static double LogBinomialMass(double successes, double trials, double probability, double complement)
    {
        double failures = trials - successes;
        if (successes == 0)
        {
            return trials == 0 ? 0 : probability < SeriesRadius
                ? -Deviance(trials, trials * complement) - (trials * probability)
                : trials * Math.Log(complement);
        }

        if (failures == 0)
        {
            return complement < SeriesRadius ? -Deviance(trials, trials * probability) - (trials * complement) : trials * Math.Log(probability);
        }

        double corrections = StirlingError(trials) - StirlingError(successes) - StirlingError(failures);
        double deviances = Deviance(successes, trials * probability) + Deviance(failures, trials * complement);
        return corrections - deviances - HalfLogTwoPi - (0.5 * (Math.Log(successes) + Math.Log(failures) - Math.Log(trials)));
    }

    /// <summary>log of the Poisson mass at <paramref name="count"/> for a mean above 0.</summary>
    public static double LogPoissonMass(double count, double mean) => count == 0
        ? -mean
        : -StirlingError(count) - Deviance(count, mean) - HalfLogTwoPi - (0.5 * Math.Log(count));

    /// <summary>x log(x / mean) + mean − x, without cancellation near x = mean.</summary>
    private static double Deviance(double x, double mean)
    {
        double difference = x - mean;
        if (Math.Abs(difference) >= SeriesRadius * (x + mean))
        {
            return (x * Math.Log(x / mean)) + mean - x;
        }

        double ratio = difference / (x + mean);
        double sum = difference * ratio;
        double term = 2 * x * ratio;
        double square = ratio * ratio;
        for (int index = 1; index < MaximumSeriesTerms; index++)
        {
            term *= square;
            double next = sum + (term / ((2 * index) + 1));
            if (next == sum)
            {
                break;
            }

            sum = next;
        }

        return sum;
    }

    /// <summary>log(x!) − log(Stirling's formula), x > 0.</summary>
    private static double StirlingError(double x)
    {
        if (x < SmallestForStirlingSeries)
        {
            return LogGamma.Of(x + 1) - ((x + 0.5) * Math.Log(x)) + x - HalfLogTwoPi;
        }

        // Bernoulli coefficients of the Stirling series.
        double square = x * x;
        return ((1 / 12.0) - (((1 / 360.0) - (((1 / 1260.0) - (((1 / 1680.0) - ((1 / 1188.0) / square)) / square)) / square)) / square)) / x;
    }
}
