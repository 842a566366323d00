using Insights.Detection.Harmonic;

namespace Insights.Detection;

/// <summary>
/// Forecasts a series from its past alone, by the method its history allows: harmonic regression from two years on, the mean of the last year before that,
/// nothing at all below eight periods. Not thread-safe: one instance a series.
/// </summary>
internal sealed class BaselineForecaster
{
    public const int PeriodsNeeded = 8;
    private const double WeeksNeededForSeason = 104;

    /// <summary>Full fits lie on a fixed grid, so that a verdict does not depend on where judging began; newer periods are added by one step.</summary>
    private const double WeeksBetweenFits = 13;

    private readonly CountSeries series;
    private readonly HarmonicBaselineTrainer trainer;
    private readonly int betweenFits;
    private readonly int[] totals;
    private HarmonicBaseline? baseline;
    private int judgedPeriod = -1;
    private PooledBaseline pooled;

    /// <param name="series">What is judged.</param>
    /// <param name="design">As long as the series.</param>
    public BaselineForecaster(CountSeries series, HarmonicDesign design)
    {
        this.series = series;
        trainer = new HarmonicBaselineTrainer(design, series.Counts, series.Populations);
        betweenFits = series.PeriodsIn(WeeksBetweenFits);
        totals = new int[series.Length + 1];
        for (int period = 0; period < series.Length; period++)
        {
            totals[period + 1] = totals[period] + series.Counts[period];
        }

        PeriodsNeededForSeason = series.PeriodsIn(WeeksNeededForSeason);
    }

    /// <summary>History from which the harmonic regression judges.</summary>
    public int PeriodsNeededForSeason { get; }

    /// <summary>True when the newest <see cref="Judge"/> rests on the harmonic regression.</summary>
    public bool IsHarmonic => baseline is not null;

    /// <summary>Prepares to judge a period: whatever is forecast after this rests on earlier periods only.</summary>
    /// <returns>False when the history is too short.</returns>
    public bool Judge(int period)
    {
        judgedPeriod = period;
        if (period < PeriodsNeeded)
        {
            return false;
        }

        if (period < PeriodsNeededForSeason)
        {
            baseline = null;
            pooled = PooledBaseline.Of(series, period);
            return true;
        }

        // The period before the judged one may be part of the outbreak that is looked for.
        int known = period - 1;
        int wanted = Math.Max(PeriodsNeededForSeason - 1, known / betweenFits * betweenFits);
        if (wanted != trainer.FittedPeriods)
        {
            trainer.Fit(wanted);
        }

        baseline = trainer.Extend(known);
        return true;
    }

    /// <summary>What is expected of a period near the judged one.</summary>
    public Forecast Of(int period)
    {
        if (baseline is null)
        {
            return pooled.For(series, period);
        }

        (double rate, double logVariance) = baseline.Predict(period);
        double mean = rate * (series.Populations?[period] ?? 1);
        return new Forecast(mean, baseline.Dispersion + (logVariance * mean));
    }

    /// <summary>φ of a sum of counts around the judged period that is expected to be <paramref name="mean"/>, for the harmonic regression.</summary>
    public double DispersionOf(int period, double mean) => baseline is null
        ? throw new InvalidOperationException("There is no course to sum up.")
        : baseline.Dispersion + (baseline.Predict(period).LogVariance * mean);

    /// <summary>Complaints in all periods before the given one.</summary>
    public int ComplaintsBefore(int period) => totals[period];

    public string Reason => baseline is null
        ? $"mean of the {pooled.Periods} periods before, as {PeriodsNeededForSeason} are needed for trend and season and there are {judgedPeriod}"
        : $"{(baseline.HasTrend ? "trend" : "level")} and {baseline.Harmonics} seasonal waves from {baseline.FittedPeriods} periods{(baseline.LevelWanders ? ", at the level of the newest ones" : string.Empty)}";
}
