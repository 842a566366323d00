namespace Insights.Detection.Scanning;

/// <summary>What a series would do if it went on as before: expected counts of every period, from the periods before an origin only.</summary>
internal sealed class ExpectedCourse
{
    private readonly double[] cumulatedExposures;
    private readonly double level;
    private readonly double levelVariance;
    private readonly double drift;

    /// <param name="origin">Only periods before this 0-based index were looked at.</param>
    /// <param name="cumulatedExposures">Running sums of season × what the count is held against, one longer than the periods.</param>
    /// <param name="level">Complaints expected for an exposure of 1; ≥ 0.</param>
    /// <param name="levelVariance">Squared standard error of the logarithm of the level.</param>
    /// <param name="drift">q: relative variance that the level gains with each period.</param>
    /// <param name="dispersion">φ ≥ 1: variance over mean of the counts around the course.</param>
    /// <param name="method">How the course was found, in words.</param>
    public ExpectedCourse(int origin, double[] cumulatedExposures, double level, double levelVariance, double drift, double dispersion, string method)
    {
        Origin = origin;
        Dispersion = dispersion;
        Method = method;
        this.cumulatedExposures = cumulatedExposures;
        this.level = level;
        this.levelVariance = levelVariance;
        this.drift = drift;
    }

    public int Origin { get; }

    public double Dispersion { get; }

    public string Method { get; }

    public double Sum(int start, int end) => level * (cumulatedExposures[end + 1] - cumulatedExposures[start]);

    public double Mean(int period) => Sum(period, period);

    /// <summary>The same course at a multiple of its level that is known from so many complaints.</summary>
    public ExpectedCourse Scaled(double factor, double complaints) =>
        new(Origin, cumulatedExposures, level * factor, Dispersion / Math.Max(1, complaints), drift, Dispersion, Method);

    /// <summary>Variance over mean of a sum over some periods with this expectation: counts vary, the level is only estimated, and it drifts by itself.</summary>
    public double PredictiveDispersion(double expected, int periods) => Dispersion + (expected * (levelVariance + (drift * DriftLength(periods))));

    /// <summary>The variance of the mean of a random walk over its first h steps, in variances of one step: (h + 1)(2h + 1) / 6h.</summary>
    public static double DriftLength(int periods) => (periods + 1) * ((2 * periods) + 1) / (6.0 * periods);
}
