using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Insights.Detection.Harmonic;

/// <summary>
/// What a Newton step needs of a stretch of periods: information, gradient and squared residuals at given means. Sums run in four lanes in a fixed order,
/// so that the result does not depend on the machine's vector width.
/// </summary>
internal sealed class NewtonSums
{
    private const int Size = HarmonicDesign.Columns;
    private const int Lanes = 4;
    private const int Products = Size * (Size + 1) / 2;

    /// <summary>Σ w μ x xᵀ, lower triangle, row-major.</summary>
    public double[] Information { get; } = new double[Size * Size];

    /// <summary>Σ w (y − μ) x.</summary>
    public double[] Gradient { get; } = new double[Size];

    /// <summary>Σ w (y − μ)² / μ.</summary>
    public double Squares { get; private set; }

    /// <summary>Σ w.</summary>
    public double Weight { get; private set; }

    public void Clear()
    {
        Array.Clear(Information);
        Array.Clear(Gradient);
        Squares = 0;
        Weight = 0;
    }

    public void CopyFrom(NewtonSums other)
    {
        other.Information.CopyTo(Information, 0);
        other.Gradient.CopyTo(Gradient, 0);
        Squares = other.Squares;
        Weight = other.Weight;
    }

    /// <summary>Adds the periods from <paramref name="first"/> to before <paramref name="end"/>.</summary>
    public void Add(HarmonicDesign design, int origin, double[] counts, double[] means, double[] weights, int first, int end)
    {
        int vectorEnd = first + ((end - first) / Lanes * Lanes);
        AddVectors(design, origin, counts, means, weights, first, vectorEnd);
        Span<double> row = stackalloc double[Size];
        for (int period = vectorEnd; period < end; period++)
        {
            design.CopyRow(period, origin, row);
            double residual = weights[period] * (counts[period] - means[period]);
            double weight = weights[period] * means[period];
            for (int i = 0; i < Size; i++)
            {
                Gradient[i] += residual * row[i];
                double weighted = weight * row[i];
                for (int j = 0; j <= i; j++)
                {
                    Information[(i * Size) + j] += weighted * row[j];
                }
            }
        }

        AddSquares(counts, means, weights, first, end);
    }

    public void AddSquares(double[] counts, double[] means, double[] weights, int first, int end)
    {
        for (int period = first; period < end; period++)
        {
            double residual = counts[period] - means[period];
            Squares += weights[period] * residual * residual / means[period];
            Weight += weights[period];
        }
    }

    private void AddVectors(HarmonicDesign design, int origin, double[] counts, double[] means, double[] weights, int first, int end)
    {
        Span<Vector256<double>> products = stackalloc Vector256<double>[Products];
        Span<Vector256<double>> gradient = stackalloc Vector256<double>[Size];
        Span<Vector256<double>> row = stackalloc Vector256<double>[Size];
        products.Clear();
        gradient.Clear();
        row[0] = Vector256.Create(1.0);
        Vector256<double> steps = Vector256.Create(0.0, 1, 2, 3);
        Vector256<double> year = Vector256.Create(design.PeriodsPerYear);
        for (int period = first; period < end; period += Lanes)
        {
            row[1] = (Vector256.Create((double)(period - origin)) + steps) / year;
            for (int wave = 0; wave < Size - 2; wave++)
            {
                row[2 + wave] = Load(design.Wave(wave), period);
            }

            Vector256<double> mean = Load(means, period);
            Vector256<double> weight = Load(weights, period);
            Vector256<double> residual = weight * (Load(counts, period) - mean);
            Vector256<double> information = weight * mean;
            int product = 0;
            for (int i = 0; i < Size; i++)
            {
                gradient[i] += residual * row[i];
                Vector256<double> weighted = information * row[i];
                for (int j = 0; j <= i; j++)
                {
                    products[product++] += weighted * row[j];
                }
            }
        }

        int at = 0;
        for (int i = 0; i < Size; i++)
        {
            Gradient[i] += Vector256.Sum(gradient[i]);
            for (int j = 0; j <= i; j++)
            {
                Information[(i * Size) + j] += Vector256.Sum(products[at++]);
            }
        }
    }

    private static Vector256<double> Load(ReadOnlySpan<double> values, int index) =>
        Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)index);
}
