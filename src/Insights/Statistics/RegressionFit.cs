namespace Insights.Statistics;

/// <summary>A fitted log-linear count regression; immutable.</summary>
public sealed class RegressionFit
{
    internal RegressionFit(DesignMatrix design, double[] counts, double[] weights, double[] coefficients, double[] means, double[] workingWeights, CholeskyFactor information)
    {
        Design = design;
        Counts = counts;
        PriorWeights = weights;
        Coefficients = coefficients;
        Means = means;
        WorkingWeights = workingWeights;
        Information = information;
        InverseInformation = information.Inverse();
    }

    public DesignMatrix Design { get; }

    /// <summary>The counts fitted to, one a row.</summary>
    public IReadOnlyList<double> Counts { get; }

    public IReadOnlyList<double> PriorWeights { get; }

    /// <summary>One a column, on the scale of the logarithm of the mean.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>Fitted means, one a row.</summary>
    public IReadOnlyList<double> Means { get; }

    /// <summary>(XᵀWX)⁻¹, row-major: the covariance of the coefficients at dispersion 1.</summary>
    public IReadOnlyList<double> InverseInformation { get; }

    public int DegreesOfFreedom => Means.Count - Design.Columns;

    public bool Converged { get; internal init; }

    public int Iterations { get; internal init; }

    /// <summary>2 × (log-likelihood of the saturated model − that of this one).</summary>
    public double Deviance { get; internal init; }

    /// <summary>
    /// Pearson's χ² over the degrees of freedom: the variance relative to the assumed one. Not bounded below by 1.
    /// Uses the weights of the last step, as R's <c>summary.glm</c> does, so that both agree to all digits.
    /// </summary>
    public double PearsonDispersion
    {
        get
        {
            double sum = 0;
            for (int row = 0; row < Means.Count; row++)
            {
                double relative = (Counts[row] - Means[row]) / Means[row];
                sum += WorkingWeights[row] * relative * relative;
            }

            return sum / DegreesOfFreedom;
        }
    }

    /// <summary>The negative binomial's θ (variance μ + μ²/θ); infinite for Poisson.</summary>
    public double Theta { get; internal init; } = double.PositiveInfinity;

    /// <summary>Standard error of θ; NaN for Poisson.</summary>
    public double ThetaStandardError { get; internal init; } = double.NaN;

    public double LogLikelihood { get; internal init; }

    internal double[] WorkingWeights { get; }

    internal CholeskyFactor Information { get; }

    /// <summary>Standard error of a coefficient at the given dispersion (1 for Poisson, Pearson's for quasi-Poisson).</summary>
    public double StandardError(int column, double dispersion) => Math.Sqrt(dispersion * InverseInformation[(column * Design.Columns) + column]);

    /// <summary>The diagonal of the hat matrix, one a row, 0 ≤ h ≤ 1; their sum is the number of columns.</summary>
    public double[] HatValues()
    {
        double[] hat = new double[Means.Count];
        for (int row = 0; row < hat.Length; row++)
        {
            hat[row] = WorkingWeights[row] * Information.InverseQuadraticForm(Design.Row(row));
        }

        return hat;
    }

    /// <summary>
    /// Anscombe residuals of a Poisson-like fit, standardised by dispersion and leverage: 3/2 (y^⅔ μ^−⅙ − μ^½) / (√φ √(1 − h)).
    /// Source: C. P. Farrington and others (1996), JRSS A 159, p. 551.
    /// </summary>
    public double[] AnscombeResiduals(double dispersion)
    {
        double[] hat = HatValues();
        double[] residuals = new double[hat.Length];
        for (int row = 0; row < hat.Length; row++)
        {
            double mean = Means[row];
            double raw = 1.5 * ((Math.Pow(Counts[row], 2.0 / 3) * Math.Pow(mean, -1.0 / 6)) - Math.Sqrt(mean));
            residuals[row] = raw / (Math.Sqrt(dispersion) * Math.Sqrt(1 - hat[row]));
        }

        return residuals;
    }

    /// <summary>The linear predictor at a new row.</summary>
    public double Predict(ReadOnlySpan<double> row)
    {
        double sum = 0;
        for (int column = 0; column < row.Length; column++)
        {
            sum += row[column] * Coefficients[column];
        }

        return sum;
    }

    /// <summary>Standard error of <see cref="Predict"/> at the given dispersion.</summary>
    public double PredictionStandardError(ReadOnlySpan<double> row, double dispersion) => Math.Sqrt(dispersion * Information.InverseQuadraticForm(row));
}
