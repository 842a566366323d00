using Insights.Statistics;

namespace Insights.Detection;

/// <summary>
/// Sparse cells: when a complaint arrives where few are expected, are there too many within the last month, two months, quarter, half year or year? That is also the
/// question whether complaints follow each other too quickly. Exact negative binomial tails of the window sums; no rule such as "five in four weeks".
/// Source of the idea: A. Chen and others (1997), on the time between events; J. Naus (1965), JASA 60, pp. 532–538, on windows.
/// </summary>
internal static class SparseWindows
{
    /// <summary>From this expected count on the outbreak score alone judges.</summary>
    public const double LargestMean = 0.3;

    /// <summary>Two complaints in a row are the outbreak score's; a window says something from three on.</summary>
    private const int SmallestCases = 3;

    /// <summary>Bonferroni over the windows, and a quarter of the false-alarm rate for all of them together.</summary>
    private const double Looks = 20;
    private static readonly double[] WindowWeeks = [4, 8, 13, 26, 52];

    /// <summary>The least likely window that ends in the judged period; p = 1 when none says anything.</summary>
    public static SparseWindow Strongest(CountSeries series, int period, BaselineForecaster forecaster)
    {
        SparseWindow best = new(1, 0, 0, 0);
        if (series.Counts[period] == 0)
        {
            return best;
        }

        int cases = 0;
        double expected = 0;
        double weighted = 0;
        int back = 0;
        foreach (double weeks in WindowWeeks)
        {
            int length = series.PeriodsIn(weeks);
            for (; back < length && back <= period; back++)
            {
                Forecast forecast = forecaster.Of(period - back);
                cases += series.Counts[period - back];
                expected += forecast.Mean;
                weighted += forecast.Mean * forecast.Dispersion;
            }

            if (back < length || cases < SmallestCases)
            {
                continue;
            }

            // The error of the level is common to all periods of the window, so its share of the dispersion grows with their number.
            double pure = forecaster.PureDispersion;
            double dispersion = pure + (length * Math.Max(0, (weighted / expected) - pure));
            double pValue = Math.Min(1, Looks * NegativeBinomialDistribution.UpperTail(cases, expected, dispersion));
            best = pValue < best.PValue ? new SparseWindow(pValue, length, cases, expected) : best;
        }

        return best;
    }
}
