namespace Insights.Detection;

/// <summary>Mean and dispersion of the last year's periods, for series too short for trend and season.</summary>
/// <param name="Rate">Complaints a period (by population where there is one).</param>
/// <param name="Dispersion">φ ≥ 1.</param>
/// <param name="Periods">How many periods it rests on.</param>
/// <param name="Exposure">Sum of their populations.</param>
internal readonly record struct PooledBaseline(double Rate, double Dispersion, int Periods, double Exposure)
{
    private const double WeeksBack = 52;

    /// <summary>Jeffreys' prior for a Poisson mean: half a complaint. Keeps a series of zeros from making any count impossible.</summary>
    private const double PriorCases = 0.5;
    private const double WinsorisedDeviations = 2.58;

    public static PooledBaseline Of(CountSeries series, int period)
    {
        int first = Math.Max(0, period - series.PeriodsIn(WeeksBack));
        double plain = RateWithin(series, first, period, double.PositiveInfinity);
        double rate = RateWithin(series, first, period, plain);
        double squares = 0;
        double exposure = 0;
        for (int at = first; at < period; at++)
        {
            double population = series.Populations?[at] ?? 1;
            double mean = rate * population;
            double residual = Math.Min(series.Counts[at], Limit(mean)) - mean;
            squares += residual * residual / mean;
            exposure += population;
        }

        int periods = period - first;
        return new PooledBaseline(rate, Math.Max(1, squares / Math.Max(1, periods - 1)), periods, exposure);
    }

    public Forecast For(CountSeries series, int period)
    {
        double mean = Rate * (series.Populations?[period] ?? 1);
        return new Forecast(mean, Dispersion * (1 + (mean / (Rate * Exposure))));
    }

    /// <summary>Complaints by population, each count cut at the limit that <paramref name="centre"/> sets.</summary>
    private static double RateWithin(CountSeries series, int first, int end, double centre)
    {
        double total = PriorCases;
        double exposure = 0;
        for (int at = first; at < end; at++)
        {
            double population = series.Populations?[at] ?? 1;
            total += Math.Min(series.Counts[at], Limit(centre * population));
            exposure += population;
        }

        return total / exposure;
    }

    /// <summary>Twice the usual threshold, as nothing is known of the dispersion yet; one complaint more, for sparse series.</summary>
    private static double Limit(double mean) => double.IsInfinity(mean) ? mean : mean + (2 * WinsorisedDeviations * Math.Sqrt(mean)) + 1;
}
