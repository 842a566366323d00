using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Insights.Text;

namespace Insights.Classification;

/// <summary>
/// The weights of all heads side by side, feature by feature: one row in memory answers for every label of a feature, and holds each head's weight of the term too.
/// Gives the very scores of <see cref="HeadWeights.Score(TextVector, Span{float})"/>, in one pass instead of one a head. Immutable and thread-safe.
/// </summary>
internal sealed class SharedWeights
{
    private const int PrefetchDistance = 6;
    private const int CacheLineBytes = 64;
    private const int FloatsOfCacheLine = CacheLineBytes / sizeof(float);

    private readonly IReadOnlyList<HeadWeights> heads;
    private readonly int[] starts;

    // Rows begin at a cache line where they are whole lines long, which pinning keeps so.
    private readonly float[] rows;
    private readonly int first;
    private readonly int width;
    private readonly int labelWidth;

    public SharedWeights(int featureCount, IReadOnlyList<HeadWeights> heads)
    {
        this.heads = heads;
        starts = new int[heads.Count];
        int labels = 0;
        for (int head = 0; head < heads.Count; head++)
        {
            starts[head] = labels;
            labels += heads[head].LabelCount;
        }

        labelWidth = Padded(labels);
        width = labelWidth + Padded(heads.Count);
        rows = HugePages.Allocate<float>((featureCount * width) + FloatsOfCacheLine);
        first = FirstOfCacheLine(rows);
        for (int head = 0; head < heads.Count; head++)
        {
            Fill(head, featureCount);
        }
    }

    /// <summary>Where the labels of a head begin among those of all.</summary>
    public int StartOf(int head) => starts[head];

    /// <summary>The weight of a feature for a label of a head.</summary>
    public float WeightOf(int column, int head, int label) => rows[first + (column * width) + starts[head] + label];

    /// <summary>Writes the scores of all heads, and for each block and head the factor of the block's entries.</summary>
    public void Score(TextVector vector)
    {
        TextScores scores = vector.Scores;
        scores.MakeRoomForHeads(width, heads.Count);
        Span<float> labels = scores.Labels;
        labels.Clear();
        for (int head = 0; head < heads.Count; head++)
        {
            heads[head].Intercepts[..heads[head].LabelCount].CopyTo(labels[starts[head]..]);
        }

        Span<float> ofBlock = stackalloc float[width];
        foreach (FeatureBlock block in FeatureLayout.Blocks)
        {
            ofBlock.Clear();
            AddUp(vector.ColumnsOf(block), vector.ValuesOf(block), ofBlock);
            for (int head = 0; head < heads.Count; head++)
            {
                float scale = HeadRows.ToScale(ofBlock[labelWidth + head], heads[head].BlockScales[(int)block]);
                scores.Scales[((int)block * heads.Count) + head] = scale;
                AddScaled(labels.Slice(starts[head], heads[head].LabelCount), ofBlock[starts[head]..], scale);
            }
        }
    }

    /// <summary>The factor of the entries of a block for a head, in the text scored last.</summary>
    public float ScaleOf(TextScores scores, FeatureBlock block, int head) => scores.Scales[((int)block * heads.Count) + head];

    private static void AddScaled(Span<float> labels, ReadOnlySpan<float> sums, float scale)
    {
        for (int label = 0; label < labels.Length; label++)
        {
            labels[label] += scale * sums[label];
        }
    }

    /// <summary>Sums of value · weight a label, then sums of (value · weight of the term)² a head.</summary>
    private void AddUp(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, Span<float> sums)
    {
        int labelParts = labelWidth / Vector<float>.Count;
        Span<Vector<float>> totals = MemoryMarshal.Cast<float, Vector<float>>(sums);
        ref float origin = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), first);
        for (int entry = 0; entry < columns.Length; entry++)
        {
            Prefetch(ref Unsafe.Add(ref origin, columns[Math.Min(entry + PrefetchDistance, columns.Length - 1)] * width));
            ReadOnlySpan<Vector<float>> row = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<float, Vector<float>>(ref Unsafe.Add(ref origin, columns[entry] * width)), totals.Length);
            var value = new Vector<float>(values[entry]);
            int part = 0;
            for (; part < labelParts; part++)
            {
                totals[part] += value * row[part];
            }

            for (; part < totals.Length; part++)
            {
                Vector<float> weighed = value * row[part];
                totals[part] += weighed * weighed;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void Prefetch(ref float row)
    {
        if (Sse.IsSupported)
        {
            for (int line = 0; line < width; line += FloatsOfCacheLine)
            {
                Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref row, line)));
            }
        }
    }

    private void Fill(int head, int featureCount)
    {
        HeadWeights weights = heads[head];
        for (int column = 0; column < featureCount; column++)
        {
            Span<float> row = rows.AsSpan(first + (column * width), width);
            weights.Weights.Slice(column * weights.Stride, weights.LabelCount).CopyTo(row[starts[head]..]);
            row[labelWidth + head] = weights.TermWeightValues[column];
        }
    }

    private static int Padded(int count) => (count + HeadWeights.LabelPadding - 1) / HeadWeights.LabelPadding * HeadWeights.LabelPadding;

    private static unsafe int FirstOfCacheLine(float[] pinned)
    {
        long address = (long)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(pinned));
        return (int)((CacheLineBytes - (address % CacheLineBytes)) % CacheLineBytes) / sizeof(float);
    }
}
