using Insights.Statistics;

namespace Insights.Detection.Harmonic;

/// <summary>
/// How much likelier counts are with an outbreak that began in their first period than without: the mean likelihood ratio over outbreak sizes k = 1…10.
/// An outbreak has N cases, N Poisson with mean k √(φμ) and at least 2, spread over three periods; ordinary complaints are negative binomial with variance φμ.
/// A mean over sizes needs no estimate of the size, and keeps its meaning when counts are small.
/// Source of the outbreak model: A. Noufaily and others (2013), Statistics in Medicine 32, p. 1212; G. Bédubourg and Y. Le Strat (2017), PLoS ONE 12(7).
/// </summary>
internal static class OutbreakLikelihood
{
    /// <summary>Periods over which an outbreak spreads.</summary>
    public const int Length = 3;

    /// <summary>Sizes k = 1 … 10 standard deviations.</summary>
    private const int Sizes = 10;

    /// <summary>Up to this count the sum of ordinary and outbreak complaints is convolved exactly; above it a negative binomial of the same mean and variance stands for it.</summary>
    private const int LargestConvolved = 60;

    /// <summary>From this mean on an outbreak of fewer than 2 cases is too rare to matter.</summary>
    private const double LargestConditioned = 8;
    private const double LargestRatio = 1e280;

    /// <summary>Share of an outbreak's cases by periods since its start: log-normal(0, ½) reporting delays, P(floor(X) = 0, 1, 2).</summary>
    private static readonly double[] Shares = [0.500, 0.417, 0.069];

    /// <summary>The mean likelihood ratio of the given periods, the first of which is the outbreak's first.</summary>
    /// <param name="counts">At most <see cref="Length"/> counts.</param>
    /// <param name="means">Their expected counts, each > 0.</param>
    /// <param name="dispersions">φ of each, ≥ 1.</param>
    public static double Ratio(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, ReadOnlySpan<double> dispersions)
    {
        double deviation = Math.Sqrt(dispersions[0] * means[0]);
        double single = SingleCaseRatio(counts, means, dispersions);
        Span<double> ratios = stackalloc double[Sizes];
        ratios.Fill(1);
        for (int at = 0; at < counts.Length; at++)
        {
            MultiplyPeriod(ratios, counts[at], means[at], dispersions[at], deviation * Shares[at]);
        }

        double sum = 0;
        double noneAtSizeOne = Math.Exp(-deviation);
        double none = 1;
        for (int size = 1; size <= Sizes; size++)
        {
            // The Poisson mixture without its terms of no case and one case, rescaled.
            double cases = size * deviation;
            none *= noneAtSizeOne;
            double ratio = ratios[size - 1];
            sum += cases < LargestConditioned ? Math.Max(0, (ratio - none - (cases * none * single)) / (1 - none - (cases * none))) : ratio;
        }

        double mean = sum / Sizes;
        return mean < LargestRatio ? mean : LargestRatio;
    }

    /// <summary>The ratio if exactly one outbreak case fell somewhere.</summary>
    private static double SingleCaseRatio(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, ReadOnlySpan<double> dispersions)
    {
        double ratio = 0;
        double elsewhere = 1;
        for (int at = 0; at < counts.Length; at++)
        {
            ratio += counts[at] == 0 ? 0 : Shares[at] * OneFewer(counts[at], means[at], dispersions[at]);
            elsewhere -= Shares[at];
        }

        return ratio + elsewhere;
    }

    /// <summary>P(Y = y − 1) / P(Y = y) of the negative binomial.</summary>
    private static double OneFewer(double count, double mean, double dispersion) => dispersion * count / (mean + ((count - 1) * (dispersion - 1)));

    /// <summary>Multiplies each size's ratio by P(Y + X = y) / P(Y = y), X Poisson with mean size × <paramref name="added"/>.</summary>
    private static void MultiplyPeriod(Span<double> ratios, double count, double mean, double dispersion, double added)
    {
        if (count > LargestConvolved)
        {
            double quiet = LogMass(count, mean, dispersion);
            for (int size = 1; size <= Sizes; size++)
            {
                double raised = mean + (size * added);
                ratios[size - 1] *= Math.Exp(LogMass(count, raised, ((dispersion * mean) + (size * added)) / raised) - quiet);
            }

            return;
        }

        // Σ_j Poisson(j; a) P(y − j) / P(y) is e^−a times a polynomial in a; its coefficients serve all sizes.
        Span<double> terms = stackalloc double[LargestConvolved + 1];
        int degree = (int)count;
        terms[0] = 1;
        for (int cases = 1; cases <= degree; cases++)
        {
            terms[cases] = terms[cases - 1] * OneFewer(count - cases + 1, mean, dispersion) * added / cases;
        }

        double noneAtSizeOne = Math.Exp(-added);
        double none = 1;
        for (int size = 1; size <= Sizes; size++)
        {
            double sum = terms[degree];
            for (int cases = degree - 1; cases >= 0; cases--)
            {
                sum = (sum * size) + terms[cases];
            }

            none *= noneAtSizeOne;
            ratios[size - 1] *= none * sum;
        }
    }

    /// <summary>The negative binomial's log mass without its count! term, which cancels in the ratio.</summary>
    private static double LogMass(double count, double mean, double dispersion)
    {
        double excess = dispersion - 1;
        if (excess < 1e-6)
        {
            return (count * Math.Log(mean)) - mean;
        }

        double size = mean / excess;
        return LogGamma.Of(size + count) - LogGamma.Of(size) + (count * Math.Log(excess / dispersion)) - (size * Math.Log(dispersion));
    }
}
