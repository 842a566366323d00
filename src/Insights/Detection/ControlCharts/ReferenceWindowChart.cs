using Insights.Statistics;

namespace Insights.Detection.ControlCharts;

/// <summary>
/// The Robert Koch-Institut's and the Bayesian subsystem's simple rules on a window of comparable periods. Reference methods.
/// Sources: D. Altmann (2003), as described in M. Höhle (2007), Computational Statistics 22, p. 577; A. Riebler (2004), ibid.
/// </summary>
public sealed class ReferenceWindowChart(int yearsBack, int halfWidth, bool includesCurrentYear, int periodsPerYear)
{
    private const double LargeMean = 20;
    private const double StandardDeviations = 2;
    private const double JeffreysPrior = 0.5;

    /// <summary>Upper 95% limits of a Poisson mean for observed 0 to 20. Source: E. Crow and R. Gardner (1959), Biometrika 46, table 1.</summary>
    private static readonly double[] PoissonLimits =
        [3.285, 5.323, 6.686, 8.102, 9.598, 11.177, 12.817, 13.765, 14.921, 16.768, 17.633, 19.050, 20.335, 21.364, 22.945, 23.762, 25.400, 26.306, 27.735, 28.966, 30.017];

    /// <summary>Two standard deviations above the window's mean; the exact Poisson limit for means up to 20.</summary>
    public ChartJudgement JudgeByPoissonLimit(IReadOnlyList<int> counts, int index)
    {
        double[] window = [.. Window(counts, index)];
        double mean = window.Average();
        double upper = mean > LargeMean
            ? mean + (StandardDeviations * Math.Sqrt(window.Sum(count => (count - mean) * (count - mean)) / (window.Length - 1)))
            : PoissonLimits[(int)mean];
        return new ChartJudgement(upper, counts[index] > upper);
    }

    /// <summary>Quantile of the predictive negative binomial under Jeffreys' prior.</summary>
    public ChartJudgement JudgeByPrediction(IReadOnlyList<int> counts, int index, double alpha)
    {
        double[] window = [.. Window(counts, index)];
        double size = window.Sum() + JeffreysPrior;
        double dispersion = (window.Length + 1.0) / window.Length;
        int upper = NegativeBinomialDistribution.Quantile(1 - alpha, size * (dispersion - 1), dispersion);
        return new ChartJudgement(upper, counts[index] > upper);
    }

    private IEnumerable<double> Window(IReadOnlyList<int> counts, int index)
    {
        if (includesCurrentYear)
        {
            for (int back = halfWidth; back >= 1; back--)
            {
                yield return counts[index - back];
            }
        }

        for (int year = 1; year <= yearsBack; year++)
        {
            for (int shift = -halfWidth; shift <= halfWidth; shift++)
            {
                yield return counts[index - (year * periodsPerYear) + shift];
            }
        }
    }
}
