using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Insights.Text;

/// <summary>
/// The vocabulary: an immutable table from feature hash to feature index, 0 ≤ index &lt; <see cref="Count"/>.
/// Open addressing with linear probing at a load of at most one half; thread-safe.
/// </summary>
public sealed class FeatureTable
{
    /// <summary>What <see cref="Find"/> returns for an unknown feature.</summary>
    public const int Unknown = -1;

    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;
    private const int FirstBits = 4;
    private const int IndexBits = 32;

    private readonly ulong[] hashes;

    // A slot holds the hash's low half and the index + 1 in one word, so that a look-up costs one cache line. A foreign feature whose hash agrees in the
    // low half and in the slot would be taken for a known one: once in some 10⁹ look-ups.
    private readonly ulong[] slots;
    private readonly int shift;

    /// <summary>Builds the table of the features given; the position in the list is the index.</summary>
    /// <exception cref="ArgumentException">A hash comes twice.</exception>
    public FeatureTable(ulong[] hashes)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        this.hashes = hashes;
        int bits = Math.Max(FirstBits, BitOperations.Log2((uint)Math.Max(1, hashes.Length)) + 2);
        shift = 64 - bits;
        slots = HugePages.Allocate<ulong>(1 << bits);
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
        uint mask = (uint)slots.Length - 1;
        uint place = (uint)SlotOf(hash);
        while (true)
        {
            ulong slot = slots[place];
            if (slot == 0)
            {
                return Unknown;
            }

            if ((slot ^ hash) << IndexBits == 0)
            {
                return (int)(slot >> IndexBits) - 1;
            }

            place = (place + 1) & mask;
        }
    }

    /// <summary>Asks the processor to fetch the slot of a feature that will be looked up soon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(ulong hash)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref slots[SlotOf(hash)]));
        }
    }

    private void Place(ulong hash, int index)
    {
        if (Find(hash) is var other and >= 0)
        {
            throw new ArgumentException($"Feature {index} has the hash of feature {other}; each hash may come once.", nameof(hash));
        }

        int place = SlotOf(hash);
        while (slots[place] != 0)
        {
            place = (place + 1) & (slots.Length - 1);
        }

        slots[place] = ((ulong)(index + 1) << IndexBits) | (uint)hash;
    }

    // Hashes end in their best-mixed bits at the top after one multiplication.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int SlotOf(ulong hash) => (int)((hash * GoldenRatio) >> shift);
}
