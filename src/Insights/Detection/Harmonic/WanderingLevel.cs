namespace Insights.Detection.Harmonic;

/// <summary>
/// How the level of a series wanders around its course: real complaint counts drift for months without any outbreak. A stationary first-order process for the
/// relative level, tracked by the Kalman filter with outlying periods cut down; its variance and memory are chosen by likelihood, and none is assumed
/// unless the series asks for it. Sources: A. Harvey (1989), Forecasting, Structural Time Series Models and the Kalman Filter, ch. 3;
/// the bounded influence of outliers: P. Huber (1964), Annals of Mathematical Statistics 35, p. 75.
/// </summary>
/// <param name="Variance">Of the relative level; 0 when it does not wander.</param>
/// <param name="MemoryPeriods">Periods after which the level is forgotten by a factor e.</param>
/// <param name="DispersionShare">What remains of the dispersion around the course once the wandering is taken out, ≤ 1.</param>
internal readonly record struct WanderingLevel(double Variance, double MemoryPeriods, double DispersionShare)
{
    public static readonly WanderingLevel None = new(0, 1, 1);

    /// <summary>Log-likelihood a wandering level must gain; keeps quiet series at <see cref="None"/>.</summary>
    private const double Penalty = 3;

    /// <summary>Standard deviations of the lagged products below which the search is not begun.</summary>
    private const double SmallestEvidence = 1;
    private const double Bound = 2.58;

    /// <summary>E[min(z², 2.58²)] of a normal variable.</summary>
    private const double BoundedVariance = 0.95;
    private const double SmallestDispersion = 0.3;
    private const double LowestLevel = -0.8;
    private const double MemoriesTracked = 6;
    private const int DispersionRounds = 2;
    private static readonly double[] MemoryWeeks = [8, 26, 80];
    private static readonly double[] Variances = [0.003, 0.01, 0.03, 0.1, 0.3];

    /// <summary>Chooses variance and memory for the first <paramref name="periods"/> periods.</summary>
    /// <param name="counts">Observed.</param>
    /// <param name="means">The course.</param>
    /// <param name="periods">How many of both to use.</param>
    /// <param name="dispersion">φ around the course.</param>
    /// <param name="periodsAWeek">1 for weeks, 12/52 for months.</param>
    public static WanderingLevel Estimate(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, int periods, double dispersion, double periodsAWeek)
    {
        counts = counts[..periods];
        means = means[..periods];
        WanderingLevel best = None;
        if (!IsWorthSearching(counts, means, dispersion, periodsAWeek))
        {
            return best;
        }

        (double quiet, double quietDispersion) = None.Fit(counts, means, dispersion);
        double bestLikelihood = quiet + Penalty;
        foreach (double weeks in MemoryWeeks)
        {
            foreach (double variance in Variances)
            {
                WanderingLevel tried = new(variance, Math.Max(1, weeks * periodsAWeek), 1);
                (double likelihood, double triedDispersion) = tried.Fit(counts, means, dispersion);
                if (likelihood > bestLikelihood)
                {
                    bestLikelihood = likelihood;
                    best = tried with { DispersionShare = Math.Min(1, triedDispersion / quietDispersion) };
                }
            }
        }

        return best;
    }

    /// <summary>How many of the newest periods the level depends on.</summary>
    public int PeriodsTracked => (int)Math.Ceiling(MemoriesTracked * MemoryPeriods);

    /// <summary>The level at the period after the given ones, as a factor on the course, and its relative variance.</summary>
    public (double Factor, double Variance) Track(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, double dispersion)
    {
        Filtered end = Filter(counts, means, dispersion);
        double factor = 1 + end.Level;
        return (factor, end.LevelVariance / (factor * factor));
    }

    private (double Likelihood, double Dispersion) Fit(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, double dispersion)
    {
        double current = dispersion;
        for (int round = 0; round < DispersionRounds; round++)
        {
            current = Math.Max(SmallestDispersion, current * Filter(counts, means, current).BoundedSquares / (counts.Length * BoundedVariance));
        }

        return (Filter(counts, means, current).LogLikelihood, current);
    }

    private Filtered Filter(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, double dispersion)
    {
        double persistence = Math.Exp(-1 / MemoryPeriods);
        double renewed = Variance * (1 - (persistence * persistence));
        Filtered state = new() { LevelVariance = Variance };
        for (int period = 0; period < counts.Length; period++)
        {
            double noise = dispersion / means[period];
            double innovation = (counts[period] / means[period]) - 1 - state.Level;
            double variance = state.LevelVariance + noise;
            double square = innovation * innovation / variance;
            double loss = square;
            double influence = 1;
            if (square > Bound * Bound)
            {
                double deviations = Math.Sqrt(square);
                influence = Bound / deviations;
                loss = (2 * Bound * deviations) - (Bound * Bound);
            }

            state.LogLikelihood -= 0.5 * (Math.Log(variance * means[period]) + loss);
            state.BoundedSquares += Math.Min(square, Bound * Bound);
            double gain = state.LevelVariance / variance;
            state.Level = Math.Max(LowestLevel, persistence * (state.Level + (gain * innovation * influence)));
            state.LevelVariance = (persistence * persistence * (1 - gain) * state.LevelVariance) + renewed;
        }

        return state;
    }

    /// <summary>A score test: do residuals a few periods apart go together?</summary>
    private static bool IsWorthSearching(ReadOnlySpan<double> counts, ReadOnlySpan<double> means, double dispersion, double periodsAWeek)
    {
        foreach (double weeks in MemoryWeeks)
        {
            double persistence = Math.Exp(-1 / Math.Max(1, weeks * periodsAWeek));
            double sum = 0;
            double variance = 0;
            double past = 0;
            double pastVariance = 0;
            for (int period = 0; period < counts.Length; period++)
            {
                double limit = Bound * Math.Sqrt(dispersion * means[period]);
                double residual = Math.Clamp(counts[period] - means[period], -limit, limit);
                double weight = dispersion * means[period];
                sum += residual * past;
                variance += weight * pastVariance;
                past = persistence * (past + residual);
                pastVariance = persistence * persistence * (pastVariance + weight);
            }

            if (sum > SmallestEvidence * Math.Sqrt(variance))
            {
                return true;
            }
        }

        return false;
    }

    private record struct Filtered
    {
        public double Level { get; set; }

        public double LevelVariance { get; set; }

        public double LogLikelihood { get; set; }

        public double BoundedSquares { get; set; }
    }
}
