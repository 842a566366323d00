namespace Insights.Detection.Harmonic;

/// <summary>
/// The course of a series as the past leaves it: expected count and its uncertainty at any period, averaged over six forms by their posterior probability,
/// and the dispersion around it. Immutable.
/// </summary>
public sealed class HarmonicBaseline
{
    /// <summary>Forms less probable than this are left out of the average.</summary>
    private const double SmallestProbability = 1e-4;

    /// <summary>Prior standard deviations: growth a year on the log scale, and each wave's coefficient. Of the simulated series the constants were chosen on, and close to what complaint counts show.</summary>
    internal static readonly double[] PriorDeviations = [2, 0.1, 0.3, 0.3, 0.3, 0.3];

    private readonly HarmonicDesign design;
    private readonly double[] coefficients;
    private readonly double[] covariance;
    private readonly HarmonicForm[] forms = new HarmonicForm[HarmonicForm.Count];
    private readonly double[] probabilities = new double[HarmonicForm.Count];
    private readonly int origin;
    private readonly double levelFactor;
    private readonly double levelVariance;

    internal HarmonicBaseline(HarmonicDesign design, int origin, double[] coefficients, double[] covariance, double dispersion, int fittedPeriods, (double Factor, double Variance) level)
    {
        this.design = design;
        this.origin = origin;
        this.coefficients = coefficients;
        this.covariance = covariance;
        Dispersion = dispersion;
        FittedPeriods = fittedPeriods;
        (levelFactor, levelVariance) = level;
        WeighForms();
    }

    /// <summary>φ ≥ 1, variance over mean.</summary>
    public double Dispersion { get; }

    /// <summary>How many periods the course rests on.</summary>
    public int FittedPeriods { get; }

    /// <summary>Harmonics of the most probable form: 0, 1 or 2.</summary>
    public int Harmonics => forms[MostProbable].Harmonics;

    public bool HasTrend => forms[MostProbable].HasTrend;

    /// <summary>True when the level of the newest periods moved the expectation off the course.</summary>
    public bool LevelWanders => levelVariance > 0;

    private int MostProbable => Array.IndexOf(probabilities, probabilities.Max());

    /// <summary>Expected count of a period (by population 1), and the variance of its logarithm.</summary>
    /// <param name="period">0-based; may lie after the fitted periods.</param>
    public (double Mean, double LogVariance) Predict(int period)
    {
        Span<double> row = stackalloc double[HarmonicDesign.Columns];
        Span<double> covariances = stackalloc double[HarmonicDesign.Columns];
        design.CopyRow(period, origin, row);
        double predictor = 0;
        double variance = 0;
        for (int i = 0; i < row.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j < row.Length; j++)
            {
                sum += covariance[(i * row.Length) + j] * row[j];
            }

            covariances[i] = sum;
            predictor += row[i] * coefficients[i];
            variance += row[i] * sum;
        }

        return Average(predictor, variance, covariances);
    }

    private (double Mean, double LogVariance) Average(double predictor, double variance, ReadOnlySpan<double> covariances)
    {
        double mean = 0;
        double square = 0;
        for (int number = 0; number < forms.Length; number++)
        {
            if (probabilities[number] < SmallestProbability)
            {
                continue;
            }

            (double formPredictor, double formVariance) = forms[number].Condition(predictor, variance, covariances);
            mean += probabilities[number] * (formPredictor - predictor);
            square += probabilities[number] * (formVariance + ((formPredictor - predictor) * (formPredictor - predictor)));
        }

        double spread = Math.Max(0, square - (mean * mean));
        double logMean = Math.Clamp(predictor + mean + (spread / 2), -HarmonicBaselineTrainer.LargestPredictor, HarmonicBaselineTrainer.LargestPredictor);
        return (Math.Exp(logMean) * levelFactor, spread + levelVariance);
    }

    private void WeighForms()
    {
        double largest = double.NegativeInfinity;
        for (int number = 0; number < forms.Length; number++)
        {
            forms[number] = HarmonicForm.Of(number, coefficients, covariance, PriorDeviations);
            largest = Math.Max(largest, forms[number].LogEvidence);
        }

        double total = 0;
        for (int number = 0; number < forms.Length; number++)
        {
            probabilities[number] = Math.Exp(forms[number].LogEvidence - largest);
            total += probabilities[number];
        }

        double kept = 0;
        for (int number = 0; number < forms.Length; number++)
        {
            probabilities[number] = probabilities[number] / total < SmallestProbability ? 0 : probabilities[number];
            kept += probabilities[number];
        }

        for (int number = 0; number < forms.Length; number++)
        {
            probabilities[number] /= kept;
        }
    }
}
