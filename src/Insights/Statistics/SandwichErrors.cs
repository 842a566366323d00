namespace Insights.Statistics;

/// <summary>Standard errors of a count regression that stay valid when the variance is misspecified or neighbouring periods are correlated.</summary>
public static class SandwichErrors
{
    /// <summary>White's errors (HC0), for independent observations. Source: H. White (1980), Econometrica 48, p. 821.</summary>
    public static double[] HeteroskedasticityConsistent(RegressionFit fit) => NeweyWest(fit, 0);

    /// <summary>
    /// Newey–West errors with Bartlett weights 1 − l / (lags + 1), without prewhitening or small-sample factor.
    /// Source: W. Newey and K. West (1987), Econometrica 55, p. 704.
    /// </summary>
    /// <param name="fit">A fit whose rows are in order of time.</param>
    /// <param name="lags">How many neighbouring periods may be correlated; lags ≥ 0.</param>
    /// <returns>One standard error a coefficient.</returns>
    public static double[] NeweyWest(RegressionFit fit, int lags)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lags);
        int columns = fit.Design.Columns;
        double[] scores = Scores(fit);
        double[] meat = new double[columns * columns];
        for (int lag = 0; lag <= lags; lag++)
        {
            double weight = 1 - (lag / (lags + 1.0));
            AddLag(scores, columns, lag, weight, meat);
        }

        double[] errors = new double[columns];
        for (int column = 0; column < columns; column++)
        {
            double variance = 0;
            for (int i = 0; i < columns; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    variance += fit.InverseInformation[(column * columns) + i] * meat[(i * columns) + j] * fit.InverseInformation[(j * columns) + column];
                }
            }

            errors[column] = Math.Sqrt(variance);
        }

        return errors;
    }

    private static double[] Scores(RegressionFit fit)
    {
        int columns = fit.Design.Columns;
        double[] scores = new double[fit.Means.Count * columns];
        for (int row = 0; row < fit.Means.Count; row++)
        {
            double residual = fit.WorkingWeights[row] * (fit.Counts[row] - fit.Means[row]) / fit.Means[row];
            ReadOnlySpan<double> values = fit.Design.Row(row);
            for (int column = 0; column < columns; column++)
            {
                scores[(row * columns) + column] = values[column] * residual;
            }
        }

        return scores;
    }

    private static void AddLag(double[] scores, int columns, int lag, double weight, double[] meat)
    {
        int rows = scores.Length / columns;
        for (int row = lag; row < rows; row++)
        {
            for (int i = 0; i < columns; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    double product = scores[(row * columns) + i] * scores[((row - lag) * columns) + j];
                    meat[(i * columns) + j] += weight * product;
                    if (lag > 0)
                    {
                        meat[(j * columns) + i] += weight * product;
                    }
                }
            }
        }
    }
}
