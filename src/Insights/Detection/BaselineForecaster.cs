using Insights.Detection.Harmonic;

namespace Insights.Detection;

/// <summary>
/// Forecasts a series from its past alone, by the method its history allows: harmonic regression from 2½ years on, the mean of the last year before that,
/// nothing at all below eight periods. Not thread-safe: one instance a series.
/// </summary>
internal sealed class BaselineForecaster
{
    public const int PeriodsNeeded = 8;

    /// <summary>The newest half year is left out of the regression, so that a rise in progress does not hide itself (Noufaily and others 2013, p. 1210).</summary>
    private const double WeeksLeftOut = 26;
    private const double WeeksNeededToFit = 104;

    /// <summary>The baseline is refitted at most this often; more often costs time and gains nothing measurable (docs/methods/harmonic.md).</summary>
    private const double WeeksBetweenFits = 8;

    /// <summary>Weeks just before the judged one that do not correct the level.</summary>
    private const double WeeksNotCorrecting = 2;

    /// <summary>Weight of "no change of level" in expected cases; chosen on simulated and real series (docs/methods/harmonic.md).</summary>
    private const double LevelPriorCases = 100;
    private const double WinsorisedDeviations = 2.58;

    private readonly CountSeries series;
    private readonly HarmonicDesign design;
    private readonly HarmonicBaselineTrainer trainer;
    private readonly int leftOut;
    private readonly int notCorrecting;
    private readonly int betweenFits;
    private readonly bool correctsLevel;
    private HarmonicBaseline? baseline;
    private int fittedPeriods = -1;
    private double levelFactor = 1;
    private int judgedPeriod = -1;
    private PooledBaseline pooled;

    /// <param name="series">What is judged.</param>
    /// <param name="design">As long as the series.</param>
    /// <param name="correctsLevel">False for questions about many periods at once, whose own rise must not raise what is expected.</param>
    public BaselineForecaster(CountSeries series, HarmonicDesign design, bool correctsLevel = true)
    {
        this.correctsLevel = correctsLevel;
        this.series = series;
        this.design = design;
        trainer = new HarmonicBaselineTrainer(design, series.Counts, series.Populations);
        leftOut = series.PeriodsIn(WeeksLeftOut);
        notCorrecting = series.PeriodsIn(WeeksNotCorrecting);
        betweenFits = series.PeriodsIn(WeeksBetweenFits);
        PeriodsNeededForSeason = leftOut + series.PeriodsIn(WeeksNeededToFit);
    }

    /// <summary>History from which the harmonic regression judges.</summary>
    public int PeriodsNeededForSeason { get; }

    /// <summary>True when the newest <see cref="Judge"/> rests on the harmonic regression.</summary>
    public bool IsHarmonic => baseline is not null;

    public int Harmonics => baseline?.Harmonics ?? 0;

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
        }
        else
        {
            // Fits lie on a fixed grid, so that a verdict does not depend on where judging began.
            int wanted = Math.Max(PeriodsNeededForSeason - leftOut, (period - leftOut) / betweenFits * betweenFits);
            if (wanted != fittedPeriods)
            {
                baseline = trainer.Fit(wanted);
                fittedPeriods = wanted;
            }
        }

        if (baseline is null)
        {
            pooled = PooledBaseline.Of(series, period);
        }
        else
        {
            levelFactor = correctsLevel ? LevelFactor(baseline, period) : 1;
        }

        return true;
    }

    /// <summary>What is expected of a period near the judged one.</summary>
    public Forecast Of(int period)
    {
        if (baseline is null)
        {
            return pooled.For(series, period);
        }

        (double mean, double error) = baseline.Predict(period);
        double corrected = mean * levelFactor * (series.Populations?[period] ?? 1);
        return new Forecast(corrected, baseline.Dispersion + (error * error * corrected));
    }

    /// <summary>φ without the uncertainty of the mean.</summary>
    public double PureDispersion => baseline?.Dispersion ?? pooled.Dispersion;

    public string Reason => baseline is null
        ? $"mean of the {pooled.Periods} periods before, as {PeriodsNeededForSeason} are needed for trend and season and there are {judgedPeriod}"
        : $"trend and {Harmonics} seasonal waves from {fittedPeriods} periods";

    /// <summary>Observed over expected in the periods the regression left out, large counts cut down, shrunk towards 1.</summary>
    private double LevelFactor(HarmonicBaseline fit, int period)
    {
        double observed = 0;
        double expected = 0;
        for (int at = fit.FittedPeriods; at < period - notCorrecting; at++)
        {
            double mean = fit.Predict(at).Mean * (series.Populations?[at] ?? 1);
            observed += Math.Min(series.Counts[at], mean + (WinsorisedDeviations * Math.Sqrt(fit.Dispersion * mean)));
            expected += mean;
        }

        double prior = LevelPriorCases * fit.Dispersion;
        return (observed + prior) / (expected + prior);
    }
}
