namespace Insights.Statistics;

/// <summary>The Cholesky factor of a small symmetric positive definite matrix (row-major, size × size).</summary>
internal sealed class CholeskyFactor
{
    private readonly double[] lower;

    private CholeskyFactor(int size, double[] lower)
    {
        Size = size;
        this.lower = lower;
    }

    public int Size { get; }

    /// <summary>log |A|.</summary>
    public double LogDeterminant
    {
        get
        {
            double sum = 0;
            for (int row = 0; row < Size; row++)
            {
                sum += Math.Log(lower[(row * Size) + row]);
            }

            return 2 * sum;
        }
    }

    /// <summary>The factor; null when the matrix is not positive definite to working precision (columns that repeat each other).</summary>
    public static CholeskyFactor? Of(int size, ReadOnlySpan<double> matrix)
    {
        const double singular = 1e-13;
        double[] factor = new double[size * size];
        for (int row = 0; row < size; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double sum = matrix[(row * size) + column];
                for (int k = 0; k < column; k++)
                {
                    sum -= factor[(row * size) + k] * factor[(column * size) + k];
                }

                if (row != column)
                {
                    factor[(row * size) + column] = sum / factor[(column * size) + column];
                    continue;
                }

                if (!(sum > singular * matrix[(row * size) + row]))
                {
                    return null;
                }

                factor[(row * size) + row] = Math.Sqrt(sum);
            }
        }

        return new CholeskyFactor(size, factor);
    }

    /// <summary>Solves A x = b in place.</summary>
    public void Solve(Span<double> vector)
    {
        SolveLower(vector);
        for (int row = Size - 1; row >= 0; row--)
        {
            double sum = vector[row];
            for (int k = row + 1; k < Size; k++)
            {
                sum -= lower[(k * Size) + row] * vector[k];
            }

            vector[row] = sum / lower[(row * Size) + row];
        }
    }

    /// <summary>xᵀ A⁻¹ x.</summary>
    public double InverseQuadraticForm(ReadOnlySpan<double> vector)
    {
        Span<double> work = stackalloc double[Size];
        vector.CopyTo(work);
        SolveLower(work);
        double sum = 0;
        foreach (double value in work)
        {
            sum += value * value;
        }

        return sum;
    }

    /// <summary>A⁻¹, row-major.</summary>
    public double[] Inverse()
    {
        double[] inverse = new double[Size * Size];
        Span<double> column = stackalloc double[Size];
        for (int index = 0; index < Size; index++)
        {
            column.Clear();
            column[index] = 1;
            Solve(column);
            for (int row = 0; row < Size; row++)
            {
                inverse[(row * Size) + index] = column[row];
            }
        }

        return inverse;
    }

    /// <summary>Solves L x = b in place, where A = L Lᵀ: the squared length of the result is bᵀ A⁻¹ b.</summary>
    public void SolveLower(Span<double> vector)
    {
        for (int row = 0; row < Size; row++)
        {
            double sum = vector[row];
            for (int k = 0; k < row; k++)
            {
                sum -= lower[(row * Size) + k] * vector[k];
            }

            vector[row] = sum / lower[(row * Size) + row];
        }
    }
}
