using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Insights.Text;

namespace Insights.Classification;

/// <summary>
/// The linear part of a head: for each label a weight a feature, with the weights of the terms already multiplied in. Immutable and thread-safe.
/// </summary>
public sealed class HeadWeights
{
    /// <summary>Labels are padded to a multiple of this, so that a row of weights is a whole number of vector registers.</summary>
    public const int LabelPadding = 8;

    private const int PrefetchDistance = 8;

    private readonly float[] weights;
    private readonly float[] termWeights;
    private readonly float[] intercepts;
    private readonly double[] blockScales;

    /// <param name="labelCount">Number of labels.</param>
    /// <param name="weights">Feature-major: weight of padded label k for feature f at f · stride + k.</param>
    /// <param name="termWeights">One a feature; needed for the length of a text.</param>
    /// <param name="intercepts">One a padded label.</param>
    /// <param name="blockScales">One a block.</param>
    /// <param name="steps">For each block and padded label the step that its weights are multiples of; empty when they are not rounded so.</param>
    internal HeadWeights(int labelCount, float[] weights, float[] termWeights, float[] intercepts, double[] blockScales, float[] steps)
    {
        Steps = steps;
        LabelCount = labelCount;
        Stride = PaddedLabels(labelCount);
        this.weights = weights;
        this.termWeights = termWeights;
        this.intercepts = intercepts;
        this.blockScales = blockScales;
    }

    public int LabelCount { get; }

    /// <summary>Floats a feature's row of weights takes.</summary>
    public int Stride { get; }

    internal ReadOnlySpan<float> Weights => weights;

    /// <summary>For each block and padded label the step that its weights are multiples of.</summary>
    internal float[] Steps { get; }

    internal ReadOnlySpan<float> TermWeightValues => termWeights;

    internal ReadOnlySpan<float> Intercepts => intercepts;

    internal IReadOnlyList<double> BlockScales => blockScales;

    public static int PaddedLabels(int labelCount) => (labelCount + LabelPadding - 1) / LabelPadding * LabelPadding;

    /// <summary>Writes the score of each label: above 0 speaks for it.</summary>
    /// <param name="vector">The text.</param>
    /// <param name="scores">At least <see cref="Stride"/> long; what lies behind the labels is padding.</param>
    public void Score(TextVector vector, Span<float> scores)
    {
        ArgumentNullException.ThrowIfNull(vector);
        Span<float> ofBlock = stackalloc float[Stride];
        intercepts.CopyTo(scores);
        foreach (FeatureBlock block in FeatureLayout.Blocks)
        {
            ReadOnlySpan<int> columns = vector.ColumnsOf(block);
            if (columns.Length == 0 || blockScales[(int)block] == 0)
            {
                continue;
            }

            ofBlock.Clear();
            float squares = AddUp(columns, vector.ValuesOf(block), ofBlock);
            float scale = HeadRows.ToScale(squares, blockScales[(int)block]);
            for (int label = 0; label < Stride; label++)
            {
                scores[label] += scale * ofBlock[label];
            }
        }
    }

    /// <summary>The same for a row of values that <see cref="TfidfVectorizerTrainer.Transform"/> made.</summary>
    internal void Score(SparseRows rows, FeatureLayout layout, int row, Span<float> scores)
    {
        Span<float> ofBlock = stackalloc float[Stride];
        intercepts.CopyTo(scores);
        ReadOnlySpan<int> columns = rows.ColumnsOf(row);
        ReadOnlySpan<float> values = rows.ValuesOf(row);
        int start = 0;
        foreach (FeatureBlock block in FeatureLayout.Blocks)
        {
            int end = start;
            while (end < columns.Length && columns[end] < layout.EndOf(block))
            {
                end++;
            }

            ofBlock.Clear();
            float scale = HeadRows.ToScale(AddUp(columns[start..end], values[start..end], ofBlock), blockScales[(int)block]);
            for (int label = 0; label < Stride; label++)
            {
                scores[label] += scale * ofBlock[label];
            }

            start = end;
        }
    }

    private float AddUp(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, Span<float> sums)
    {
        float squares = 0;
        int vectors = Stride / Vector<float>.Count;
        Span<Vector<float>> totals = MemoryMarshal.Cast<float, Vector<float>>(sums);
        ReadOnlySpan<Vector<float>> all = MemoryMarshal.Cast<float, Vector<float>>(weights);
        for (int entry = 0; entry < columns.Length; entry++)
        {
            Prefetch(columns[Math.Min(entry + PrefetchDistance, columns.Length - 1)]);
            int column = columns[entry];
            float weighed = values[entry] * termWeights[column];
            squares += weighed * weighed;
            var value = new Vector<float>(values[entry]);
            ReadOnlySpan<Vector<float>> line = all.Slice(column * vectors, vectors);
            for (int part = 0; part < line.Length; part++)
            {
                totals[part] += value * line[part];
            }
        }

        return squares;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void Prefetch(int column)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref weights[column * Stride]));
        }
    }
}
