using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Insights.Classification;

/// <summary>Weights of <see cref="DualCoordinateDescent.Lanes"/> classifiers side by side, one cache line a feature; the last line is the intercept.</summary>
internal sealed class LaneWeights
{
    private const int Lanes = DualCoordinateDescent.Lanes;
    private const int CacheLineBytes = 64;

    private readonly float[] lines;
    private readonly int start;
    private readonly int interceptLine;

    public LaneWeights(int featureCount)
    {
        interceptLine = featureCount;
        lines = GC.AllocateArray<float>(((featureCount + 1) * Lanes) + Lanes, pinned: true);
        long address = (long)Marshal.UnsafeAddrOfPinnedArrayElement(lines, 0);
        start = (int)((CacheLineBytes - (address % CacheLineBytes)) % CacheLineBytes) / sizeof(float);
    }

    public float this[int feature, int lane] => lines[start + (feature * Lanes) + lane];

    public float Intercept(int lane) => this[interceptLine, lane];

    /// <summary>The scores of a row: Σ value · weight + intercept in each lane.</summary>
    public (Vector256<float> Low, Vector256<float> High) Score(ReadOnlySpan<int> columns, ReadOnlySpan<float> values)
    {
        ref float first = ref First;
        ref float intercept = ref Unsafe.Add(ref first, interceptLine * Lanes);
        Vector256<float> low = Vector256.LoadUnsafe(ref intercept);
        Vector256<float> high = Vector256.LoadUnsafe(ref intercept, Lanes / 2);
        for (int entry = 0; entry < columns.Length; entry++)
        {
            ref float line = ref Unsafe.Add(ref first, columns[entry] * Lanes);
            Vector256<float> value = Vector256.Create(values[entry]);
            low += value * Vector256.LoadUnsafe(ref line);
            high += value * Vector256.LoadUnsafe(ref line, Lanes / 2);
        }

        return (low, high);
    }

    /// <summary>Adds steps · row to the weights.</summary>
    public void Add(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, Vector256<float> low, Vector256<float> high)
    {
        ref float first = ref First;
        AddLine(ref Unsafe.Add(ref first, interceptLine * Lanes), 1f, low, high);
        for (int entry = 0; entry < columns.Length; entry++)
        {
            AddLine(ref Unsafe.Add(ref first, columns[entry] * Lanes), values[entry], low, high);
        }
    }

    private ref float First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(lines), start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddLine(ref float line, float value, Vector256<float> low, Vector256<float> high)
    {
        Vector256<float> factor = Vector256.Create(value);
        Vector256.StoreUnsafe(Vector256.LoadUnsafe(ref line) + (factor * low), ref line);
        Vector256.StoreUnsafe(Vector256.LoadUnsafe(ref line, Lanes / 2) + (factor * high), ref line, Lanes / 2);
    }
}
