using System.Numerics;
using System.Runtime.CompilerServices;

namespace Insights.Text;

/// <summary>
/// The vocabulary: an immutable table from feature hash to feature index, 0 ≤ index &lt; <see cref="Count"/>.
/// Open addressing with linear probing at a load of at most one half; thread-safe.
/// </summary>
public sealed class FeatureTable
{
    /// <summary>What <see cref="Find"/> returns for an unknown feature.</summary>
    public const int Unknown = -1;

    private readonly ulong[] hashes;
    private readonly ulong[] slotHashes;
    private readonly int[] slotIndices;
    private readonly int shift;

    /// <summary>Builds the table of the features given; the position in the list is the index.</summary>
    /// <exception cref="ArgumentException">A hash comes twice.</exception>
    public FeatureTable(ulong[] hashes)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        this.hashes = hashes;
        int bits = Math.Max(4, BitOperations.Log2((uint)Math.Max(1, hashes.Length)) + 2);
        shift = 64 - bits;
        slotHashes = new ulong[1 << bits];
        slotIndices = new int[1 << bits];
        Array.Fill(slotIndices, Unknown);
        for (int index = 0; index < hashes.Length; index++)
        {
            Place(hashes[index], index);
        }
    }

    public int Count => hashes.Length;

    /// <summary>The hashes in index order.</summary>
    public ReadOnlySpan<ulong> Hashes => hashes;

    /// <summary>The index of a feature, or <see cref="Unknown"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ulong hash)
    {
        int slot = SlotOf(hash);
        while (true)
        {
            if (slotHashes[slot] == hash || slotIndices[slot] < 0)
            {
                return slotIndices[slot];
            }

            slot = (slot + 1) & (slotHashes.Length - 1);
        }
    }

    private void Place(ulong hash, int index)
    {
        int slot = SlotOf(hash);
        while (slotIndices[slot] >= 0)
        {
            if (slotHashes[slot] == hash)
            {
                throw new ArgumentException($"Feature {index} has the hash of feature {slotIndices[slot]}; each hash may come once.", nameof(hash));
            }

            slot = (slot + 1) & (slotHashes.Length - 1);
        }

        slotHashes[slot] = hash;
        slotIndices[slot] = index;
    }

    // Hashes end in their best-mixed bits at the top after one multiplication.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(ulong hash) => (int)((hash * 0x9E3779B97F4A7C15) >> shift);
}
