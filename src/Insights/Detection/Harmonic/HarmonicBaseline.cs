using Insights.Statistics;

namespace Insights.Detection.Harmonic;

/// <summary>A fitted course of a series: expected count and its uncertainty at any period, and the dispersion around it. Immutable.</summary>
public sealed class HarmonicBaseline
{
    private readonly HarmonicDesign design;
    private readonly double[] coefficients;
    private readonly CholeskyFactor information;

    internal HarmonicBaseline(HarmonicDesign design, double[] coefficients, CholeskyFactor information, double dispersion, int fittedPeriods)
    {
        this.design = design;
        this.coefficients = coefficients;
        this.information = information;
        Dispersion = dispersion;
        FittedPeriods = fittedPeriods;
    }

    /// <summary>Harmonics chosen by BIC: 0, 1 or 2.</summary>
    public int Harmonics => (coefficients.Length - 2) / 2;

    /// <summary>φ ≥ 1, variance over mean.</summary>
    public double Dispersion { get; }

    /// <summary>How many periods the fit rests on.</summary>
    public int FittedPeriods { get; }

    internal ReadOnlySpan<double> Coefficients => coefficients;

    /// <summary>Expected count of a period, and the standard error of its logarithm.</summary>
    /// <param name="period">0-based; may lie after the fitted periods.</param>
    public (double Mean, double LogStandardError) Predict(int period)
    {
        Span<double> row = stackalloc double[coefficients.Length];
        design.CopyRow(period, row);
        double predictor = 0;
        for (int column = 0; column < row.Length; column++)
        {
            predictor += row[column] * coefficients[column];
        }

        return (Math.Exp(Math.Clamp(predictor, -HarmonicBaselineTrainer.LargestPredictor, HarmonicBaselineTrainer.LargestPredictor)),
            Math.Sqrt(Dispersion * information.InverseQuadraticForm(row)));
    }
}
