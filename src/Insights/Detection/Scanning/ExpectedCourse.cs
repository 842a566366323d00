namespace Insights.Detection.Scanning;

/// <summary>What a series would do if it went on as before: expected counts of every period, fitted to the periods before an origin only.</summary>
/// <param name="Origin">Only periods before this 0-based index were looked at.</param>
/// <param name="Means">Expected count by period; before the origin as fitted, from it on as predicted; each ≥ 0.</param>
/// <param name="Dispersion">φ ≥ 1: variance over mean of the counts around the course.</param>
/// <param name="RelativeVariance">Squared standard error of the logarithm of the course's level.</param>
/// <param name="Method">Which course was chosen, in words.</param>
/// <param name="Criterion">Deviance with the BIC's penalty; the least is chosen.</param>
internal sealed record ExpectedCourse(int Origin, double[] Means, double Dispersion, double RelativeVariance, string Method, double Criterion)
{
    private readonly double[] cumulated = Cumulate(Means);

    public double Sum(int start, int end) => cumulated[end + 1] - cumulated[start];

    /// <summary>Variance over mean of a sum with this expectation: counts vary, and the course itself is only estimated.</summary>
    public double PredictiveDispersion(double expected) => Dispersion + (expected * RelativeVariance);

    /// <summary>The same course with a level that is the less certain by a relative variance.</summary>
    public ExpectedCourse Drifting(double relativeVariance) => this with { RelativeVariance = RelativeVariance + relativeVariance };

    private static double[] Cumulate(double[] means)
    {
        double[] sums = new double[means.Length + 1];
        for (int index = 0; index < means.Length; index++)
        {
            sums[index + 1] = sums[index] + means[index];
        }

        return sums;
    }
}
