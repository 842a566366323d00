namespace Insights.Detection.Harmonic;

/// <summary>Evidence that an outbreak is under way: the logarithm of the mean of <see cref="OutbreakLikelihood"/> over the periods in which it may have begun.</summary>
public sealed class OutbreakScore
{
    private readonly double[] startWeights;

    /// <param name="startWeights">Prior weight of a start in the judged period, the one before, and so on; at most three, summing to 1.</param>
    public OutbreakScore(params double[] startWeights)
    {
        if (startWeights.Length is 0 or > OutbreakLikelihood.Length)
        {
            throw new ArgumentException($"Expected 1 to {OutbreakLikelihood.Length} start weights, found {startWeights.Length}.", nameof(startWeights));
        }

        this.startWeights = startWeights;
    }

    /// <summary>How many of the newest periods the score looks at.</summary>
    public int Horizon => startWeights.Length;

    /// <summary>The score of the last of the given periods.</summary>
    /// <param name="counts">The newest counts, oldest first; as many as <see cref="Horizon"/> or fewer at the start of a series.</param>
    /// <param name="means">Their expected counts, each > 0.</param>
    /// <param name="dispersions">φ of each, ≥ 1.</param>
    public double Of(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, ReadOnlySpan<double> dispersions)
    {
        double mean = 0;
        for (int back = 0; back < counts.Length && back < startWeights.Length; back++)
        {
            int first = counts.Length - 1 - back;
            mean += startWeights[back] * OutbreakLikelihood.Ratio(counts[first..], means[first..], dispersions[first..]);
        }

        return Math.Log(Math.Max(mean, double.Epsilon));
    }
}
