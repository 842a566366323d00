namespace Insights.Detection.Harmonic;

/// <summary>
/// Weights of past periods in the fit: what the course says is probably an outbreak counts for less, in turns with the course itself (an expectation–maximisation
/// scheme for a mixture of quiet periods and outbreaks; A. Dempster, N. Laird and D. Rubin (1977), JRSS B 39, pp. 1–38).
/// </summary>
internal sealed class OutbreakWeights(double[] counts, double[] means)
{
    /// <summary>Prior probability that an outbreak starts in a period.</summary>
    private const double StartProbability = 0.015;

    /// <summary>At most this share of the past is set aside: where more of it looks like outbreaks, that is how the series varies.</summary>
    private const double LargestShare = 0.013;

    /// <summary>Periods whose next three hold less than this many deviations more than expected are no start; saves most of the work.</summary>
    private const double SmallestExcess = 0.8;
    private const double SmallestRatio = 2;
    private readonly double[] probabilities = new double[counts.Length];
    private double strength = 1;

    /// <summary>Weights of the periods from <paramref name="first"/> to before <paramref name="end"/>, from these periods alone.</summary>
    public void Update(int first, int end, double dispersion, double[] weights)
    {
        double total = 0;
        for (int period = first; period < end; period++)
        {
            weights[period] = 1;
            probabilities[period] = Probability(period, end, dispersion);
            total += probabilities[period];
        }

        if (first == 0)
        {
            double bounded = Math.Min(1, LargestShare * end / Math.Max(total, double.Epsilon));
            strength = bounded * bounded;
        }

        for (int period = first; period < end; period++)
        {
            // The third period holds few of an outbreak's cases.
            const double thirdShare = 0.6;
            double kept = strength * probabilities[period];
            for (int at = period; at < end && at < period + OutbreakLikelihood.Length; at++)
            {
                weights[at] *= 1 - (at == period + 2 ? thirdShare * kept : kept);
            }
        }
    }

    private double Probability(int period, int end, double dispersion)
    {
        int length = Math.Min(OutbreakLikelihood.Length, end - period);
        double excess = 0;
        for (int at = period; at < period + length; at++)
        {
            excess += counts[at] - means[at];
        }

        double near = counts[period] + (period + 1 < end ? counts[period + 1] : 0);
        if (near == 0 || excess < SmallestExcess * Math.Sqrt(dispersion * means[period]))
        {
            return 0;
        }

        Span<double> dispersions = [dispersion, dispersion, dispersion];
        double ratio = OutbreakLikelihood.Ratio(counts.AsSpan(period, length), means.AsSpan(period, length), dispersions[..length]);
        return ratio < SmallestRatio ? 0 : 1 / (1 + ((1 - StartProbability) / (StartProbability * ratio)));
    }
}
