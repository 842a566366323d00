using Insights.Aggregation;

namespace Insights.Detection.Scanning;

/// <summary>What was known of one series before each of its periods: the path of its filtered level. Grown from the first period to the last, never back.</summary>
internal sealed class SeriesTrack
{
    private const double YoungDrift = 10;

    /// <summary>A season that cannot be told yet may move levels by this share, as a standard deviation: one wave of 28% up and down.</summary>
    private const double UnknownSeason = 0.2;

    private bool isSeasonTold;

    public SeriesTrack(PeriodCounts counts, double[] exposures, int years)
    {
        Counts = counts;
        Exposures = exposures;
        int periods = exposures.Length;
        Levels = new double[periods + 1];
        Variances = new double[periods + 1];
        Dispersions = new double[periods + 1];
        Limits = new double[periods];
        Drifts = new double[years];
        CumulatedExposures = new double[years][];
        Methods = new string[years];
    }

    public PeriodCounts Counts { get; }

    /// <summary>What each count is held against: 1, or the complaints it is a share of.</summary>
    public double[] Exposures { get; }

    /// <summary>Level before each period; 0 before anything is known.</summary>
    public double[] Levels { get; }

    /// <summary>Squared standard error of its logarithm, before each period.</summary>
    public double[] Variances { get; }

    /// <summary>φ as known before each period.</summary>
    public double[] Dispersions { get; }

    /// <summary>The largest count in each period that is still taken for chance when history is shuffled.</summary>
    public double[] Limits { get; }

    /// <summary>q by year of the axis.</summary>
    public double[] Drifts { get; }

    /// <summary>Running sums of season × exposure, by the year in which the season was known.</summary>
    public double[][] CumulatedExposures { get; }

    /// <summary>Running sums of the exposure without season; null until asked for.</summary>
    public double[]? Flat { get; set; }

    public string[] Methods { get; }

    /// <summary>Periods at which the level was found to have moved for good.</summary>
    public List<int> Shifts { get; } = [];

    /// <summary>What the half-yearly forecasts so far say of the drift.</summary>
    public double[] DriftLikelihood { get; private set; } = LevelDrift.Nothing();

    /// <summary>The filter's state: gamma shape and rate, and the sums of the dispersion.</summary>
    internal double Shape { get; set; } = 0.5;

    internal double Rate { get; set; }

    internal double Squares { get; set; }

    internal double SquaresWeight { get; set; }

    /// <summary>What was expected when it stood at a period, without looking at anything later.</summary>
    /// <param name="period">0-based period.</param>
    /// <param name="year">Its year on the axis.</param>
    /// <param name="youth">Periods for which a new level is young.</param>
    public ExpectedCourse CourseAt(int period, int year, int youth) => new(
        period, CumulatedExposures[year], Levels[period], VarianceAt(period, year), DriftAt(period, year, youth), Dispersions[period], Methods[year]);

    /// <summary>Squared standard error of the logarithm of what is expected of a time of the year, drift apart.</summary>
    public double VarianceAt(int period, int year) => Variances[period] + (year < SeasonFitter.FewestYears && !isSeasonTold ? UnknownSeason * UnknownSeason : 0);

    /// <summary>The same series from its beginning, to be followed with a season that is known by now.</summary>
    public SeriesTrack Again()
    {
        SeriesTrack again = new(Counts, Exposures, Drifts.Length) { Flat = Flat, isSeasonTold = true };
        Drifts.CopyTo(again.Drifts, 0);
        return again;
    }

    /// <summary>Takes over what the half-years say of the drift.</summary>
    public void TakeDrift(SeriesTrack again) => DriftLikelihood = again.DriftLikelihood;

    /// <summary>A level that has just moved wanders more than one that has stood: people find a new code, a new office fills.</summary>
    public double DriftAt(int period, int year, int youth)
    {
        int last = Shifts.Count - 1;
        while (last >= 0 && Shifts[last] >= period)
        {
            last--;
        }

        return last >= 0 && period - Shifts[last] <= youth ? YoungDrift * Drifts[year] : Drifts[year];
    }
}
