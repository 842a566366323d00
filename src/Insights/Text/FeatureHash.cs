using System.Runtime.CompilerServices;

namespace Insights.Text;

/// <summary>
/// 64-bit hashes that name features. With a million features the chance that any two share a hash is below 3·10⁻⁸, so a model keeps hashes, not words.
/// The functions are part of the model format: changing one makes every stored model useless, so the format version must change with it.
/// </summary>
internal static class FeatureHash
{
    public const ulong Seed = 0xCBF29CE484222325;

    /// <summary>The hash of a run of masks ("XXXX").</summary>
    public const ulong Mask = 0x6D61736B6D61736B;

    // Odd 64-bit constants: the golden ratio's fraction and the multipliers of the SplitMix64 finaliser (Steele, Lea, Flood 2014, p. 459).
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;
    private const ulong FirstMultiplier = 0xBF58476D1CE4E5B9;
    private const ulong SecondMultiplier = 0x94D049BB133111EB;

    private const ulong NumberKind = 0x6E756D6265720000;
    private const ulong ReferenceKind = 0x7265666572000000;
    private const ulong LexiconKind = 0x6C65786963000000;
    private const ulong FieldKind = 0x6669656C64000000;
    private const ulong SubwordKind = 0x73756277000000;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Append(ulong hash, char character)
    {
        hash = (hash + character) * GoldenRatio;
        return hash ^ (hash >> 32);
    }

    public static ulong Number(int digits) => Finish(NumberKind + (ulong)digits);

    public static ulong Reference(int letters) => Finish(ReferenceKind + (ulong)letters);

    /// <summary>The hash of two features in this order: a word pair.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pair(ulong first, ulong second)
    {
        ulong mixed = ((first * FirstMultiplier) ^ (second + GoldenRatio)) * SecondMultiplier;
        return mixed ^ (mixed >> 29);
    }

    /// <summary>The hash of a group of the lexicon, by its name.</summary>
    public static ulong LexiconGroup(ReadOnlySpan<char> name) => Pair(LexiconKind, OfText(name));

    /// <summary>The hash of a feature that stands in one field (column) of a text of several fields.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong InField(int field, ulong hash) => Pair(FieldKind + (ulong)field, hash);

    /// <summary>The hash of a piece of a word; never equal to that of a whole word of the same letters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Subword(ulong hash) => Pair(SubwordKind, hash);

    public static ulong OfText(ReadOnlySpan<char> characters)
    {
        ulong hash = Seed;
        foreach (char character in characters)
        {
            hash = Append(hash, character);
        }

        return hash;
    }

    /// <summary>Spreads every input bit over all output bits (SplitMix64).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Finish(ulong value)
    {
        value = (value ^ (value >> 30)) * FirstMultiplier;
        value = (value ^ (value >> 27)) * SecondMultiplier;
        return value ^ (value >> 31);
    }
}
