using Insights.Statistics;

namespace Insights.Detection.Harmonic;

/// <summary>
/// One form of the course (with or without trend, with 0, 1 or 2 harmonics): the posterior of the full form, given that some coefficients are zero.
/// </summary>
internal sealed class HarmonicForm
{
    private static readonly int[][] Absent = [[1, 2, 3, 4, 5], [1, 4, 5], [1], [2, 3, 4, 5], [4, 5], []];

    private readonly int[] absent;
    private readonly CholeskyFactor? factor;
    private readonly double[] scaled;

    private HarmonicForm(int[] absent, CholeskyFactor? factor, double[] scaled, double logEvidence)
    {
        this.absent = absent;
        this.factor = factor;
        this.scaled = scaled;
        LogEvidence = logEvidence;
    }

    /// <summary>Six forms: no trend and trend, each with 0, 1 and 2 harmonics.</summary>
    public static int Count => Absent.Length;

    /// <summary>Log of the form's posterior odds against the full form (Savage–Dickey ratio; J. Dickey (1971), Annals of Mathematical Statistics 42, pp. 204–223).</summary>
    public double LogEvidence { get; }

    public bool HasTrend => !absent.Contains(1);

    public int Harmonics => absent.Contains(2) ? 0 : absent.Contains(4) ? 1 : 2;

    /// <summary>The form of the given number, from the full form's posterior mean and covariance and its prior standard deviations.</summary>
    public static HarmonicForm Of(int number, ReadOnlySpan<double> coefficients, ReadOnlySpan<double> covariance, ReadOnlySpan<double> priorDeviations)
    {
        int[] zero = Absent[number];
        int size = zero.Length;
        if (size == 0)
        {
            return new HarmonicForm(zero, null, [], 0);
        }

        Span<double> block = stackalloc double[size * size];
        double[] values = new double[size];
        double logPrior = 0;
        for (int i = 0; i < size; i++)
        {
            values[i] = coefficients[zero[i]];
            logPrior += Math.Log(priorDeviations[zero[i]]);
            for (int j = 0; j < size; j++)
            {
                block[(i * size) + j] = covariance[(zero[i] * coefficients.Length) + zero[j]];
            }
        }

        CholeskyFactor cholesky = CholeskyFactor.Of(size, block) ?? throw new InvalidOperationException("The covariance of a course is not positive definite.");
        cholesky.SolveLower(values);
        double square = 0;
        foreach (double value in values)
        {
            square += value * value;
        }

        return new HarmonicForm(zero, cholesky, values, logPrior - (0.5 * cholesky.LogDeterminant) - (0.5 * square));
    }

    /// <summary>Takes the absent coefficients out of the full form's predictor and its variance.</summary>
    /// <param name="predictor">xᵀβ of the full form.</param>
    /// <param name="variance">xᵀVx of the full form.</param>
    /// <param name="covariances">V x, one a coefficient.</param>
    public (double Predictor, double Variance) Condition(double predictor, double variance, ReadOnlySpan<double> covariances)
    {
        if (factor is null)
        {
            return (predictor, variance);
        }

        Span<double> work = stackalloc double[absent.Length];
        for (int i = 0; i < work.Length; i++)
        {
            work[i] = covariances[absent[i]];
        }

        factor.SolveLower(work);
        for (int i = 0; i < work.Length; i++)
        {
            predictor -= work[i] * scaled[i];
            variance -= work[i] * work[i];
        }

        return (predictor, Math.Max(0, variance));
    }
}
