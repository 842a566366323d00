using Insights.Statistics;

namespace Insights.Detection.Harmonic;

/// <summary>
/// Evidence that an outbreak is under way: the logarithm of the mean likelihood ratio over outbreak sizes k = 1…10 and start periods,
/// prod NB(y; μ + a, φ′) / NB(y; μ, φ) with a = k √(φμ) × the share of the outbreak that falls in each period.
/// A mean over sizes needs no estimate of the size, and keeps its meaning when counts are small.
/// Source of the outbreak model: A. Noufaily and others (2013), Statistics in Medicine 32, p. 1212; G. Bédubourg and Y. Le Strat (2017), PLoS ONE 12(7).
/// </summary>
public sealed class OutbreakScore
{
    private const int SmallestSize = 1;
    private const int LargestSize = 10;
    private readonly double[] startWeights;

    /// <summary>Share of an outbreak's cases by periods since its start: log-normal(0, ½) reporting delays, P(floor(X) = 0, 1, 2).</summary>
    private static readonly double[] Shares = [0.500, 0.417, 0.069];

    /// <param name="startWeights">Prior weight of a start in the judged period, the one before, and so on; at most three, summing to 1.</param>
    public OutbreakScore(params double[] startWeights)
    {
        if (startWeights.Length is 0 || startWeights.Length > Shares.Length)
        {
            throw new ArgumentException($"Expected 1 to {Shares.Length} start weights, found {startWeights.Length}.", nameof(startWeights));
        }

        this.startWeights = startWeights;
    }

    /// <summary>How many of the newest periods the score looks at.</summary>
    public int Horizon => startWeights.Length;

    /// <summary>The score of the last of the given periods.</summary>
    /// <param name="counts">The newest counts, oldest first; as many as <see cref="Horizon"/> or fewer at the start of a series.</param>
    /// <param name="means">Their expected counts, each > 0.</param>
    /// <param name="dispersions">φ of each, ≥ 1.</param>
    public double Of(ReadOnlySpan<int> counts, ReadOnlySpan<double> means, ReadOnlySpan<double> dispersions)
    {
        int last = counts.Length - 1;
        Span<double> quiet = stackalloc double[counts.Length];
        for (int at = 0; at < counts.Length; at++)
        {
            quiet[at] = LogMass(counts[at], means[at], dispersions[at]);
        }

        double mean = 0;
        for (int back = 0; back < counts.Length && back < startWeights.Length; back++)
        {
            double scale = Math.Sqrt(dispersions[last - back] * means[last - back]);
            double sum = 0;
            for (int size = SmallestSize; size <= LargestSize; size++)
            {
                double logRatio = 0;
                for (int at = last - back; at <= last; at++)
                {
                    double added = size * scale * Shares[at - last + back];
                    double raised = means[at] + added;
                    double dispersion = ((dispersions[at] * means[at]) + added) / raised;
                    logRatio += LogMass(counts[at], raised, dispersion) - quiet[at];
                }

                sum += Math.Exp(logRatio);
            }

            mean += startWeights[back] * sum / (LargestSize - SmallestSize + 1);
        }

        return Math.Log(mean);
    }

    /// <summary>The negative binomial's log mass without its count! term, which cancels in the ratio.</summary>
    private static double LogMass(int count, double mean, double dispersion)
    {
        double excess = dispersion - 1;
        if (excess < 1e-6)
        {
            return (count * Math.Log(mean)) - mean;
        }

        // In terms of size r = μ / (φ − 1): Γ(y + r) / Γ(r) is a product of few factors for small counts, and Stirling's series for large ones.
        const int fewFactors = 12;
        double size = mean / excess;
        double ratio;
        if (count <= fewFactors)
        {
            double product = 1;
            for (int factor = 0; factor < count; factor++)
            {
                product *= mean + (factor * excess);
            }

            return Math.Log(product) - (count * Math.Log(dispersion)) - (size * Math.Log(dispersion));
        }

        ratio = LogGamma.Of(size + count) - LogGamma.Of(size);
        return ratio + (count * Math.Log(excess / dispersion)) - (size * Math.Log(dispersion));
    }
}
