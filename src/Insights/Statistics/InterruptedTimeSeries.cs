namespace Insights.Statistics;

/// <summary>
/// Did a count change when something was done on a date fixed beforehand? Segmented Poisson regression: level, trend, one wave of the year, a step at the date
/// and a change of slope after it, with Newey–West errors, since neighbouring periods are alike.
/// Sources: A. Wagner and others (2002), Journal of Clinical Pharmacy and Therapeutics 27, pp. 299–309; J. Lopez Bernal and others (2017), International Journal
/// of Epidemiology 46, pp. 348–355; W. Newey and K. West (1987), Econometrica 55, p. 704.
/// </summary>
/// <param name="LevelChange">Rate just after the date over the rate without the change, with 95% limits: 0.8 is a fall by a fifth.</param>
/// <param name="YearlySlopeChange">Factor by which yearly growth changed, with 95% limits.</param>
/// <param name="Reason">Empty when assessed; otherwise what is too few.</param>
/// <param name="Fit">The regression; null when not assessed.</param>
public sealed record InterruptedTimeSeries(RatioEstimate LevelChange, RatioEstimate YearlySlopeChange, string Reason, RegressionFit? Fit)
{
    public const int DefaultLags = 4;

    /// <summary>Fewest periods on either side of the date: two a coefficient of that side.</summary>
    public const int PeriodsNeededOnEachSide = 8;

    /// <summary>Fewest complaints on either side; below, the normal limits of the factors mean nothing.</summary>
    public const int CasesNeededOnEachSide = 10;
    private const double Normal975 = 1.959963984540054;
    private const int StepColumn = 4;
    private const int SinceColumn = 5;
    private static readonly string[] ColumnNames = ["(Intercept)", "yr", "c1", "s1", "step", "since"];
    private static readonly RatioEstimate Unknown = new(double.NaN, double.NaN, double.NaN);

    public bool IsAssessed => Fit is not null;

    /// <summary>Fits the series.</summary>
    /// <param name="counts">One a period, each ≥ 0.</param>
    /// <param name="firstPeriodAfter">0-based first period after the date.</param>
    /// <param name="periodsPerYear">Length of the season.</param>
    /// <param name="populations">What each count is held against, each > 0; null for none.</param>
    /// <param name="lags">How many neighbouring periods may be alike.</param>
    public static InterruptedTimeSeries Of(IReadOnlyList<int> counts, int firstPeriodAfter, double periodsPerYear, IReadOnlyList<double>? populations = null, int lags = DefaultLags)
    {
        int after = counts.Count - firstPeriodAfter;
        if (Math.Min(firstPeriodAfter, after) < PeriodsNeededOnEachSide)
        {
            return NotAssessed($"not assessed, needs {PeriodsNeededOnEachSide} periods on each side of the date, has {Math.Max(0, firstPeriodAfter)} before and {Math.Max(0, after)} after");
        }

        long casesBefore = counts.Take(firstPeriodAfter).Sum(count => (long)count);
        long casesAfter = counts.Skip(firstPeriodAfter).Sum(count => (long)count);
        if (Math.Min(casesBefore, casesAfter) < CasesNeededOnEachSide)
        {
            return NotAssessed($"too few cases to tell: needs {CasesNeededOnEachSide} on each side of the date, has {casesBefore} before and {casesAfter} after");
        }

        double[]? offsets = populations is null ? null : [.. populations.Select(population => Math.Log(population))];
        return CountRegression.FitPoisson(Design(counts.Count, firstPeriodAfter, periodsPerYear), [.. counts.Select(count => (double)count)], offsets) is { Converged: true } fit
            ? Assessed(fit, lags)
            : NotAssessed("not assessed, trend, season and change cannot be told apart in so short a series");
    }

    private static InterruptedTimeSeries Assessed(RegressionFit fit, int lags)
    {
        double[] errors = SandwichErrors.NeweyWest(fit, lags);
        return new InterruptedTimeSeries(Factor(fit.Coefficients[StepColumn], errors[StepColumn]), Factor(fit.Coefficients[SinceColumn], errors[SinceColumn]), string.Empty, fit);
    }

    private static InterruptedTimeSeries NotAssessed(string reason) => new(Unknown, Unknown, reason, null);

    private static RatioEstimate Factor(double coefficient, double error) =>
        new(Math.Exp(coefficient), Math.Exp(coefficient - (Normal975 * error)), Math.Exp(coefficient + (Normal975 * error)));

    /// <summary>Periods count from 1 in the waves, and years from the middle, as in the reference values.</summary>
    private static DesignMatrix Design(int periods, int firstPeriodAfter, double periodsPerYear)
    {
        double[] values = new double[periods * ColumnNames.Length];
        double middle = periods / 2.0;
        for (int period = 0; period < periods; period++)
        {
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * (period + 1) / periodsPerYear);
            double[] row =
            [
                1, (period + 1 - middle) / periodsPerYear, cosine, sine,
                period >= firstPeriodAfter ? 1 : 0, period >= firstPeriodAfter ? (period - firstPeriodAfter) / periodsPerYear : 0,
            ];
            row.CopyTo(values, period * row.Length);
        }

        return new DesignMatrix(ColumnNames, values);
    }
}
