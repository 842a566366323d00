using System.Numerics;
using System.Runtime.InteropServices;

namespace Ingest.Deduplication;

/// <summary>
/// One-permutation MinHash of a text's word triples with optimal densification: the share of equal positions in two signatures estimates the Jaccard
/// similarity of their triples (A. Broder, "On the resemblance and containment of documents", 1997; A. Shrivastava, "Optimal densification for fast
/// and accurate minwise hashing", ICML 2017). 64 positions of 16 bits: standard error at similarity 0.8 is 0.05.
/// </summary>
internal static class MinHashSignature
{
    public const int Positions = 64;

    public const int Bytes = Positions * sizeof(ushort);

    /// <summary>Shorter texts say the same by chance ("I want a refund"), not by campaign.</summary>
    public const int MinimumWords = 40;

    private const int ShingleWords = 3;
    private const int PositionShift = 58;
    private const uint EmptyPosition = uint.MaxValue;
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    /// <summary>The signature of a redacted text; null when it is too short.</summary>
    public static byte[]? Of(string text)
    {
        Span<uint> minima = stackalloc uint[Positions];
        minima.Fill(EmptyPosition);
        int words = 0;
        ulong first = 0;
        ulong second = 0;
        int position = 0;
        while (NextWord(text, ref position, out ulong third))
        {
            words++;
            if (words >= ShingleWords)
            {
                ulong shingle = Mix(first ^ BitOperations.RotateLeft(second, 21) ^ BitOperations.RotateLeft(third, 42));
                ref uint minimum = ref minima[(int)(shingle >> PositionShift)];
                minimum = Math.Min(minimum, (uint)shingle & ~1u);
            }

            (first, second) = (second, third);
        }

        return words < MinimumWords ? null : Densify(minima);
    }

    /// <summary>The estimated share of word triples that two texts have in common, 0 to 1.</summary>
    public static double Similarity(ReadOnlySpan<ushort> left, ReadOnlySpan<ushort> right)
    {
        int equal = 0;
        for (int position = 0; position < Positions; position++)
        {
            equal += left[position] == right[position] ? 1 : 0;
        }

        return (double)equal / Positions;
    }

    /// <summary>Fills empty positions from full ones that a fixed hash of the position chooses, so that short texts compare fairly too.</summary>
    private static byte[] Densify(ReadOnlySpan<uint> minima)
    {
        byte[] signature = new byte[Bytes];
        Span<ushort> values = MemoryMarshal.Cast<byte, ushort>(signature.AsSpan());
        for (int position = 0; position < Positions; position++)
        {
            ulong source = (ulong)position;
            ulong attempt = 0;
            while (minima[(int)source] == EmptyPosition)
            {
                source = Mix(((ulong)position << 32) + ++attempt) >> PositionShift;
            }

            values[position] = (ushort)(Mix(minima[(int)source] + attempt) >> 48);
        }

        return signature;
    }

    /// <summary>Reads the next run of letters or digits, whatever its case; placeholders in square brackets are the redaction's words and are skipped.</summary>
    private static bool NextWord(string text, ref int position, out ulong hash)
    {
        hash = FnvOffset;
        bool any = false;
        while (position < text.Length)
        {
            char character = text[position];
            if (character == '[' && !any)
            {
                int end = text.IndexOf(']', position);
                position = end < 0 ? position + 1 : end + 1;
                continue;
            }

            if (!char.IsLetterOrDigit(character))
            {
                if (any)
                {
                    break;
                }

                position++;
                continue;
            }

            any = true;
            hash = (hash ^ char.ToLowerInvariant(character)) * FnvPrime;
            position++;
        }

        return any;
    }

    /// <summary>The finalizer of MurmurHash3 (A. Appleby, public domain): spreads every bit over all others.</summary>
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 33)) * 0xFF51AFD7ED558CCD;
        value = (value ^ (value >> 33)) * 0xC4CEB9FE1A85EC53;
        return value ^ (value >> 33);
    }
}
