namespace Insights.Detection.Scanning;

/// <summary>Cholesky solution of the few equations of a season, in place: MathNet's matrices cost more than the arithmetic at this size.</summary>
internal static class SmallSystem
{
    /// <summary>Added to the diagonal in proportion, so that a column without complaints does not stop the fit.</summary>
    private const double Ridge = 1e-9;

    /// <param name="information">Lower triangle, row by row; replaced by its Cholesky factor.</param>
    /// <param name="right">Right-hand side.</param>
    /// <param name="size">Number of unknowns.</param>
    public static double[] Solve(double[] information, double[] right, int size)
    {
        Factor(information, size);
        double[] solution = [.. right];
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column < row; column++)
            {
                solution[row] -= information[(row * size) + column] * solution[column];
            }

            solution[row] /= information[(row * size) + row];
        }

        for (int row = size - 1; row >= 0; row--)
        {
            for (int column = row + 1; column < size; column++)
            {
                solution[row] -= information[(column * size) + row] * solution[column];
            }

            solution[row] /= information[(row * size) + row];
        }

        return solution;
    }

    /// <summary>β′V⁻¹β of the last two unknowns: the last two rows of the factor are the factor of V⁻¹ given the others.</summary>
    public static double WaldOfLastTwo(double[] factor, double[] coefficients, int size)
    {
        double upper = factor[((size - 2) * size) + size - 2];
        double cross = factor[((size - 1) * size) + size - 2];
        double lower = factor[((size - 1) * size) + size - 1];
        double first = (upper * coefficients[size - 2]) + (cross * coefficients[size - 1]);
        double second = lower * coefficients[size - 1];
        return (first * first) + (second * second);
    }

    private static void Factor(double[] matrix, int size)
    {
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double sum = matrix[(row * size) + column];
                for (int inner = 0; inner < column; inner++)
                {
                    sum -= matrix[(row * size) + inner] * matrix[(column * size) + inner];
                }

                matrix[(row * size) + column] = row == column
                    ? Math.Sqrt(Math.Max(sum, (Ridge * Math.Abs(matrix[(row * size) + row])) + double.Epsilon))
                    : sum / matrix[(column * size) + column];
            }
        }
    }
}
