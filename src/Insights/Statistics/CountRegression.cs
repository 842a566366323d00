namespace Insights.Statistics;

/// <summary>
/// Log-linear regression of counts by iteratively reweighted least squares: Poisson, quasi-Poisson (the same fit with its Pearson dispersion)
/// and negative binomial with θ by maximum likelihood.
/// Sources: P. McCullagh and J. Nelder (1989), Generalized Linear Models, ch. 2.5; W. Venables and B. Ripley (2002), MASS, ch. 7.4.
/// </summary>
public static class CountRegression
{
    /// <summary>Relative change of the deviance at which the iteration stops; R's <c>glm.control()</c>, so that results agree to its digits.</summary>
    private const double RelativeTolerance = 1e-8;
    private const double DevianceOffset = 0.1;
    private const double StartingOffset = 0.1;
    private const int MaximumIterations = 50;
    private const int MaximumThetaRounds = 100;

    /// <summary>Fits a Poisson regression.</summary>
    /// <param name="design">n rows, p columns, full rank.</param>
    /// <param name="counts">n counts, each ≥ 0.</param>
    /// <param name="offsets">n known additions to the logarithm of the mean, such as log population; null for none.</param>
    /// <param name="weights">n prior weights, each ≥ 0; null for 1.</param>
    /// <returns>The fit; null when the columns repeat each other or the iteration diverged. <see cref="RegressionFit.Converged"/> says whether it settled.</returns>
    public static RegressionFit? FitPoisson(DesignMatrix design, double[] counts, double[]? offsets = null, double[]? weights = null) =>
        Fit(design, counts, offsets, weights, double.PositiveInfinity, null);

    /// <summary>Fits a negative binomial regression with variance μ + μ²/θ, both by maximum likelihood. Parameters as for <see cref="FitPoisson"/>.</summary>
    public static RegressionFit? FitNegativeBinomial(DesignMatrix design, double[] counts, double[]? offsets = null, double[]? weights = null)
    {
        RegressionFit? fit = FitPoisson(design, counts, offsets, weights);
        double theta = double.PositiveInfinity;
        for (int round = 0; round < MaximumThetaRounds && fit is not null; round++)
        {
            double next = NegativeBinomialShape.MaximumLikelihood(fit.Counts, fit.Means, fit.PriorWeights);
            bool settled = double.IsFinite(theta) && Math.Abs(next - theta) <= RelativeTolerance * theta;
            theta = next;
            fit = Fit(design, counts, offsets, weights, theta, [.. fit.Means]);
            if (settled)
            {
                break;
            }
        }

        return fit;
    }

    private static RegressionFit? Fit(DesignMatrix design, double[] counts, double[]? offsets, double[]? priorWeights, double theta, double[]? startMeans)
    {
        RequireShapes(design, counts, offsets, priorWeights);
        double[] weights = priorWeights ?? [.. Enumerable.Repeat(1.0, counts.Length)];
        double[] means = startMeans ?? [.. counts.Select(count => count + StartingOffset)];
        double[] workingWeights = new double[counts.Length];
        double[] coefficients = new double[design.Columns];
        double deviance = CountDeviance.Total(counts, means, weights, theta);

        for (int iteration = 1; ; iteration++)
        {
            CholeskyFactor? information = Step(design, counts, offsets, weights, theta, means, workingWeights, coefficients);
            if (information is null)
            {
                return null;
            }

            double next = CountDeviance.Total(counts, means, weights, theta);
            bool converged = Math.Abs(next - deviance) / (Math.Abs(next) + DevianceOffset) < RelativeTolerance;
            deviance = next;
            if (!double.IsFinite(next))
            {
                return null;
            }

            if (converged || iteration == MaximumIterations)
            {
                return new RegressionFit(design, counts, weights, coefficients, means, workingWeights, information)
                {
                    Converged = converged,
                    Iterations = iteration,
                    Deviance = deviance,
                    Theta = theta,
                    ThetaStandardError = double.IsFinite(theta) ? NegativeBinomialShape.StandardError(counts, means, weights, theta) : double.NaN,
                    LogLikelihood = CountDeviance.LogLikelihood(counts, means, weights, theta),
                };
            }
        }
    }

    /// <summary>One weighted least-squares step; updates means, working weights and coefficients in place.</summary>
    private static CholeskyFactor? Step(
        DesignMatrix design, double[] counts, double[]? offsets, double[] weights, double theta, double[] means, double[] workingWeights, double[] coefficients)
    {
        int columns = design.Columns;
        double[] information = new double[columns * columns];
        Array.Clear(coefficients);
        for (int row = 0; row < counts.Length; row++)
        {
            double mean = means[row];
            double weight = weights[row] * mean / (double.IsPositiveInfinity(theta) ? 1 : 1 + (mean / theta));
            double response = Math.Log(mean) - (offsets?[row] ?? 0) + ((counts[row] - mean) / mean);
            workingWeights[row] = weight;
            Accumulate(design.Row(row), weight, response, information, coefficients);
        }

        CholeskyFactor? factor = CholeskyFactor.Of(columns, information);
        if (factor is null)
        {
            return null;
        }

        factor.Solve(coefficients);
        for (int row = 0; row < counts.Length; row++)
        {
            double predictor = offsets?[row] ?? 0;
            ReadOnlySpan<double> values = design.Row(row);
            for (int column = 0; column < columns; column++)
            {
                predictor += values[column] * coefficients[column];
            }

            means[row] = Math.Max(Math.Exp(predictor), double.Epsilon);
        }

        return factor;
    }

    private static void Accumulate(ReadOnlySpan<double> row, double weight, double response, double[] information, double[] rightSide)
    {
        for (int i = 0; i < row.Length; i++)
        {
            double weighted = weight * row[i];
            rightSide[i] += weighted * response;
            for (int j = 0; j <= i; j++)
            {
                information[(i * row.Length) + j] += weighted * row[j];
            }
        }
    }

    private static void RequireShapes(DesignMatrix design, double[] counts, double[]? offsets, double[]? weights)
    {
        if (counts.Length != design.Rows || (offsets is not null && offsets.Length != counts.Length) || (weights is not null && weights.Length != counts.Length))
        {
            throw new ArgumentException($"Expected {design.Rows} counts, offsets and weights, one a row of the design; found {counts.Length}, {offsets?.Length} and {weights?.Length}.", nameof(counts));
        }

        if (Array.Find(counts, count => !(count >= 0)) is var bad && bad != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(counts), bad, "Counts must be 0 or more.");
        }
    }
}
