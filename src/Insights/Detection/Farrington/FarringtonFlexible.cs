using Insights.Statistics;
using MathNet.Numerics.Distributions;

namespace Insights.Detection.Farrington;

/// <summary>
/// The reference method of public-health surveillance: quasi-Poisson regression on comparable periods of earlier years, past outbreaks weighted down.
/// Kept to compare with; the product's own detector is better on sparse series.
/// Sources: A. Noufaily and others (2013), Statistics in Medicine 32, pp. 1206–1222; C. P. Farrington and others (1996), JRSS A 159, pp. 547–563.
/// Checked against R's <c>surveillance::farringtonFlexible</c> on every week of the golden file.
/// </summary>
public sealed class FarringtonFlexible(FarringtonOptions options)
{
    private const int YearsNeededForTrend = 3;
    private const double LargestMean = 1e9;

    /// <summary>Judges one period.</summary>
    /// <param name="counts">All counts up to at least <paramref name="index"/>; later ones are not looked at.</param>
    /// <param name="index">0-based index of the judged period; at least years × periods a year + window.</param>
    /// <returns>The verdict; null when the history is too short or no model can be fitted.</returns>
    public FarringtonResult? Judge(IReadOnlyList<int> counts, int index)
    {
        if (index < (options.YearsBack * options.PeriodsPerYear) + options.WindowHalfWidth)
        {
            return null;
        }

        FarringtonReference reference = FarringtonReference.For(counts, index, options);
        (RegressionFit Fit, double Dispersion)? model = FitReweighted(reference, true);
        bool hasTrend = model is { } withTrend && TrendIsUsable(withTrend.Fit, reference);
        if (!hasTrend)
        {
            model = FitReweighted(reference, false);
        }

        return model is { } chosen ? Decide(counts, index, chosen.Fit, chosen.Dispersion, reference.PredictionRow(hasTrend), hasTrend) : null;
    }

    private (RegressionFit Fit, double Dispersion)? FitReweighted(FarringtonReference reference, bool withTrend)
    {
        DesignMatrix design = reference.Design(withTrend);
        if (CountRegression.FitPoisson(design, reference.Counts) is not { Converged: true } first)
        {
            return null;
        }

        double[] residuals = first.AnscombeResiduals(Math.Max(1, first.PearsonDispersion));
        double[] weights = AnscombeWeights(residuals, options.WeightsThreshold);
        return CountRegression.FitPoisson(design, reference.Counts, weights: weights) is { } second
            ? (second, Math.Max(1, second.PearsonDispersion))
            : null;
    }

    /// <summary>Weights that sum to the number of periods: γ for ordinary ones, γ s⁻² where the residual s exceeds the threshold (Farrington 1996, p. 552).</summary>
    internal static double[] AnscombeWeights(double[] residuals, double threshold)
    {
        double[] weights = [.. residuals.Select(residual => residual > threshold ? 1 / (residual * residual) : 1)];
        double gamma = weights.Length / weights.Sum();
        return [.. weights.Select(weight => gamma * weight)];
    }

    private bool TrendIsUsable(RegressionFit fit, FarringtonReference reference)
    {
        double dispersion = RelativeResidualVariance(fit);
        double statistic = Math.Abs(fit.Coefficients[FarringtonReference.TrendColumn] / fit.StandardError(FarringtonReference.TrendColumn, dispersion));
        double pValue = 2 * StudentT.CDF(0, 1, fit.DegreesOfFreedom, -statistic);
        bool significant = pValue < options.TrendPValue;
        bool extrapolates = Math.Exp(fit.Predict(reference.PredictionRow(true))) > reference.Counts.Max();
        return options.YearsBack >= YearsNeededForTrend && significant && !extrapolates;
    }

    private FarringtonResult Decide(IReadOnlyList<int> counts, int index, RegressionFit fit, double dispersion, double[] row, bool hasTrend)
    {
        int count = counts[index];
        double link = fit.Predict(row);
        double error = fit.PredictionStandardError(row, RelativeResidualVariance(fit));
        double mean = Math.Exp(link);
        (double upper, double pValue) = options.Threshold == FarringtonThreshold.TwoThirdsPower
            ? PowerThreshold(count, mean, mean * error, dispersion)
            : CountThreshold(count, options.Threshold == FarringtonThreshold.NegativeBinomial ? mean : UpperMean(link, error), dispersion);
        int recent = 0;
        for (int back = 0; back < options.MinimumCasesPeriods && back <= index; back++)
        {
            recent += counts[index - back];
        }

        bool enough = recent >= options.MinimumCases;
        double? trend = hasTrend ? fit.Coefficients[FarringtonReference.TrendColumn] : null;
        return new FarringtonResult(mean, error, dispersion, upper, pValue, trend, enough, enough && count > upper && count > 0);
    }

    /// <summary>
    /// The residual variance that R's <c>predict.lm</c> uses for the error of the mean here: of relative residuals by prior weight, not Pearson's.
    /// Kept as it is, so that thresholds agree with the package's.
    /// </summary>
    private static double RelativeResidualVariance(RegressionFit fit)
    {
        double sum = 0;
        for (int row = 0; row < fit.Means.Count; row++)
        {
            double relative = (fit.Counts[row] - fit.Means[row]) / fit.Means[row];
            sum += fit.PriorWeights[row] * relative * relative;
        }

        return sum / fit.DegreesOfFreedom;
    }

    private double UpperMean(double link, double error) => Math.Exp(link + (Normal.InvCDF(0, 1, 1 - options.Alpha) * error));

    /// <summary>A season level without a case has an error without bound; its upper mean explains any count.</summary>
    private (double Upper, double PValue) CountThreshold(int count, double mean, double dispersion) => mean > LargestMean
        ? (double.PositiveInfinity, 1)
        : (NegativeBinomialDistribution.Quantile(1 - options.Alpha, mean, dispersion), NegativeBinomialDistribution.UpperTail(count, mean, dispersion));

    private (double Upper, double PValue) PowerThreshold(int count, double mean, double meanError, double dispersion)
    {
        const double exponent = 2.0 / 3;
        double tau = dispersion + (meanError * meanError / mean);
        double error = Math.Sqrt(4.0 / 9 * Math.Cbrt(mean) * tau);
        double centre = Math.Pow(mean, exponent);
        double upper = Math.Pow(centre + (Normal.InvCDF(0, 1, 1 - options.Alpha) * error), 1 / exponent);
        return (upper, Normal.CDF(0, 1, -(Math.Pow(count, exponent) - centre) / error));
    }
}
