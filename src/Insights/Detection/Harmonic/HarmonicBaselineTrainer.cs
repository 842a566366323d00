using Insights.Statistics;

namespace Insights.Detection.Harmonic;

/// <summary>
/// Fits <see cref="HarmonicBaseline"/>: quasi-Poisson regression on trend and 0 to 2 harmonics, refitted once with past outbreaks weighted down by their
/// Anscombe residuals, the number of harmonics by BIC. Keeps its buffers and last coefficients, so that refits of a growing series are cheap.
/// Not thread-safe: one instance a thread.
/// Sources: C. P. Farrington and others (1996), JRSS A 159, pp. 551–553; A. Noufaily and others (2013), p. 1210 (threshold 2.58).
/// </summary>
public sealed class HarmonicBaselineTrainer
{
    internal const double LargestPredictor = 30;
    private const double WeightsThreshold = 2.58;
    private const int MaximumIterations = 25;

    /// <summary>The largest step in any coefficient at which the iteration has settled: a tenth of a per mille of the mean.</summary>
    private const double StepTolerance = 1e-4;
    private const double SmallestStartMean = 0.02;

    private readonly HarmonicDesign design;
    private readonly double[] response;
    private readonly double[] offsets;
    private readonly double[] means;
    private readonly double[] weights;
    private readonly double[] weighted;
    private readonly double[] residuals;
    private readonly double[]?[] starts = new double[]?[HarmonicDesign.MaximumHarmonics + 1];

    /// <param name="design">Reaches at least as far as the series.</param>
    /// <param name="counts">The whole series; a fit looks only at the periods it is asked to.</param>
    /// <param name="populations">What each count is held against; null for none.</param>
    public HarmonicBaselineTrainer(HarmonicDesign design, ReadOnlySpan<int> counts, IReadOnlyList<double>? populations = null)
    {
        this.design = design;
        response = new double[counts.Length];
        offsets = populations is null ? [] : new double[counts.Length];
        for (int period = 0; period < counts.Length; period++)
        {
            response[period] = counts[period];
            if (populations is not null)
            {
                offsets[period] = Math.Log(populations[period]);
            }
        }

        means = new double[counts.Length];
        weights = new double[counts.Length];
        weighted = new double[counts.Length];
        residuals = new double[counts.Length];
    }

    /// <summary>Fits to the first <paramref name="periods"/> periods.</summary>
    /// <returns>The baseline; null when not even trend and level can be told (fewer than two periods with complaints).</returns>
    public HarmonicBaseline? Fit(int periods, int maximumHarmonics = HarmonicDesign.MaximumHarmonics)
    {
        HarmonicBaseline? best = null;
        double bestCriterion = double.PositiveInfinity;
        double reference = 0;
        for (int harmonics = maximumHarmonics; harmonics >= 0; harmonics--)
        {
            if (FitWith(periods, harmonics) is not { } fit)
            {
                continue;
            }

            // Quasi-BIC: deviances of all candidates on the dispersion of the richest.
            reference = reference == 0 ? fit.Baseline.Dispersion : reference;
            double criterion = (fit.Deviance / reference) + (HarmonicDesign.ColumnCount(harmonics) * Math.Log(periods));
            if (criterion < bestCriterion)
            {
                (best, bestCriterion) = (fit.Baseline, criterion);
            }
        }

        return best;
    }

    private (HarmonicBaseline Baseline, double Deviance)? FitWith(int periods, int harmonics)
    {
        int columns = HarmonicDesign.ColumnCount(harmonics);
        double[] coefficients = (double[]?)starts[harmonics]?.Clone() ?? Start(periods, columns);
        weights.AsSpan(0, periods).Fill(1);
        CholeskyFactor? information = Iterate(periods, coefficients);
        if (information is null)
        {
            return null;
        }

        WeightDownOutbreaks(periods, information, Dispersion(periods, columns));
        information = Iterate(periods, coefficients);
        if (information is null)
        {
            return null;
        }

        starts[harmonics] = coefficients;
        return (new HarmonicBaseline(design, coefficients, information, Dispersion(periods, columns), periods), Deviance(periods));
    }

    private double[] Start(int periods, int columns)
    {
        double[] coefficients = new double[columns];
        double total = 0;
        double exposure = 0;
        for (int period = 0; period < periods; period++)
        {
            total += response[period];
            exposure += offsets.Length == 0 ? 1 : Math.Exp(offsets[period]);
        }

        coefficients[0] = Math.Log(Math.Max(total, SmallestStartMean * periods) / exposure);
        return coefficients;
    }

    /// <summary>Newton steps to the weighted maximum; leaves the fitted means in place. Null when the columns cannot be told apart or it diverges.</summary>
    private CholeskyFactor? Iterate(int periods, double[] coefficients)
    {
        int columns = coefficients.Length;
        double[] matrix = new double[columns * columns];
        Span<double> step = stackalloc double[columns];
        UpdateMeans(periods, coefficients);
        for (int iteration = 0; iteration < MaximumIterations; iteration++)
        {
            Accumulate(periods, columns, matrix, step);
            if (CholeskyFactor.Of(columns, matrix) is not { } factor)
            {
                return null;
            }

            factor.Solve(step);
            double largest = 0;
            for (int column = 0; column < columns; column++)
            {
                // A bounded step keeps sparse series from running off before they turn.
                double bounded = Math.Clamp(step[column], -1, 1);
                coefficients[column] += bounded;
                largest = Math.Max(largest, Math.Abs(bounded));
            }

            UpdateMeans(periods, coefficients);
            if (largest < StepTolerance)
            {
                return factor;
            }
        }

        return null;
    }

    private void Accumulate(int periods, int columns, double[] matrix, Span<double> gradient)
    {
        for (int period = 0; period < periods; period++)
        {
            residuals[period] = weights[period] * (response[period] - means[period]);
        }

        for (int i = 0; i < columns; i++)
        {
            ReadOnlySpan<double> column = design.Column(i)[..periods];
            gradient[i] = Dot(column, residuals);
            for (int period = 0; period < periods; period++)
            {
                weighted[period] = weights[period] * means[period] * column[period];
            }

            for (int j = 0; j <= i; j++)
            {
                matrix[(i * columns) + j] = Dot(design.Column(j)[..periods], weighted);
            }
        }
    }

    private void UpdateMeans(int periods, double[] coefficients)
    {
        Span<double> predictor = means.AsSpan(0, periods);
        if (offsets.Length == 0)
        {
            predictor.Clear();
        }
        else
        {
            offsets.AsSpan(0, periods).CopyTo(predictor);
        }

        for (int column = 0; column < coefficients.Length; column++)
        {
            ReadOnlySpan<double> values = design.Column(column)[..periods];
            double coefficient = coefficients[column];
            for (int period = 0; period < predictor.Length; period++)
            {
                predictor[period] += coefficient * values[period];
            }
        }

        for (int period = 0; period < predictor.Length; period++)
        {
            predictor[period] = Math.Exp(Math.Clamp(predictor[period], -LargestPredictor, LargestPredictor));
        }
    }

    /// <summary>Anscombe residuals above the threshold get weight γ s⁻², the others γ, so that the weights sum to the number of periods.</summary>
    private void WeightDownOutbreaks(int periods, CholeskyFactor information, double dispersion)
    {
        double scale = Math.Sqrt(dispersion);
        Span<double> row = stackalloc double[information.Size];
        double total = 0;
        for (int period = 0; period < periods; period++)
        {
            double mean = means[period];
            double raw = 1.5 * (Math.Cbrt(response[period] * response[period] / Math.Sqrt(mean)) - Math.Sqrt(mean)) / scale;
            if (raw > WeightsThreshold / 2)
            {
                design.CopyRow(period, row);
                raw /= Math.Sqrt(Math.Max(1e-6, 1 - (mean * information.InverseQuadraticForm(row))));
            }

            weights[period] = raw > WeightsThreshold ? 1 / (raw * raw) : 1;
            total += weights[period];
        }

        double gamma = periods / total;
        for (int period = 0; period < periods; period++)
        {
            weights[period] *= gamma;
        }
    }

    private double Dispersion(int periods, int columns)
    {
        double sum = 0;
        for (int period = 0; period < periods; period++)
        {
            double residual = response[period] - means[period];
            sum += weights[period] * residual * residual / means[period];
        }

        return Math.Max(1, sum / Math.Max(1, periods - columns));
    }

    private double Deviance(int periods)
    {
        double sum = 0;
        for (int period = 0; period < periods; period++)
        {
            double count = response[period];
            sum += weights[period] * ((count == 0 ? 0 : count * Math.Log(count / means[period])) - count + means[period]);
        }

        return 2 * sum;
    }

    /// <summary>Four running sums in a fixed order, so that the result does not depend on the machine's vector width.</summary>
    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int index = 0;
        for (; index + 4 <= left.Length; index += 4)
        {
            first += left[index] * right[index];
            second += left[index + 1] * right[index + 1];
            third += left[index + 2] * right[index + 2];
            fourth += left[index + 3] * right[index + 3];
        }

        for (; index < left.Length; index++)
        {
            first += left[index] * right[index];
        }

        return first + second + third + fourth;
    }
}
