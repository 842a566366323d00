using System.Runtime.CompilerServices;

namespace Insights.Text;

/// <summary>
/// Splits a text into tokens in one pass without allocating: runs of letters and digits, lower-cased.
/// An apostrophe inside a word is passed over ("don’t", "don't" and "dont" are one token); tokens of one code unit are left out;
/// a run of masks ("XXXX XX") is one token; long numbers are reduced to their number of digits, since a reference number never comes again;
/// a placeholder that redaction leaves ("[person 1]") is left out.
/// </summary>
public ref struct Tokenizer(ReadOnlySpan<char> text)
{
    /// <summary>Numbers up to this many digits stay as they are: years, sums, form numbers and rule numbers carry meaning.</summary>
    public const int LongestLiteralNumber = 4;

    /// <summary>A word mixed from letters and at least this many digits is a reference and is reduced to its shape.</summary>
    private const int FewestDigitsOfReference = 4;

    private const int ShortestToken = 2;
    private const int LongestPlaceholder = 40;

    private readonly ReadOnlySpan<char> text = text;
    private int position = 0;
    private bool afterMask = false;

    /// <summary>The token found last; undefined before the first call of <see cref="MoveNext"/>.</summary>
    public TextToken Current { get; private set; }

    /// <summary>All tokens of a text.</summary>
    internal static TextToken[] List(string text)
    {
        var tokens = new List<TextToken>();
        var tokenizer = new Tokenizer(text);
        while (tokenizer.MoveNext())
        {
            tokens.Add(tokenizer.Current);
        }

        return [.. tokens];
    }

    /// <summary>Goes to the next token. False at the end of the text.</summary>
    public bool MoveNext()
    {
        while (position < text.Length)
        {
            if (!CharacterClasses.IsWordCharacter(text[position]))
            {
                position = text[position] == '[' ? AfterPlaceholder() : position + 1;
                continue;
            }

            if (TakeWord())
            {
                return true;
            }
        }

        return false;
    }

    private bool TakeWord()
    {
        int start = position;
        ulong hash = FeatureHash.Seed;
        int length = 0;
        int digits = 0;
        int masks = 0;
        int at = start;
        for (; at < text.Length; at++)
        {
            char folded = CharacterClasses.Fold(text[at]);
            if (folded == CharacterClasses.None)
            {
                if (IsInnerApostrophe(at))
                {
                    continue;
                }

                break;
            }

            hash = FeatureHash.Append(hash, folded);
            length++;
            digits += CharacterClasses.IsDigit(folded) ? 1 : 0;
            masks += folded == 'x' ? 1 : 0;
        }

        position = at;
        return Accept(start, at - start, hash, length, digits, masks);
    }

    private bool Accept(int start, int span, ulong hash, int length, int digits, int masks)
    {
        if (length < ShortestToken)
        {
            return false;
        }

        bool isMask = masks == length;
        bool repeats = isMask && afterMask;
        afterMask = isMask;
        if (repeats)
        {
            return false;
        }

        ulong shaped = isMask ? FeatureHash.Mask
            : digits == length && digits > LongestLiteralNumber ? FeatureHash.Number(digits)
            : digits >= FewestDigitsOfReference && digits < length ? FeatureHash.Reference(length - digits)
            : hash;
        Current = new TextToken(start, span, shaped, IsShape: shaped != hash);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool IsInnerApostrophe(int at) =>
        CharacterClasses.IsApostrophe(text[at]) && at + 1 < text.Length && CharacterClasses.IsWordCharacter(text[at + 1]);

    private readonly int AfterPlaceholder()
    {
        ReadOnlySpan<char> rest = text[position..Math.Min(text.Length, position + LongestPlaceholder)];
        int close = rest.IndexOf(']');
        return close > 1 && CharacterClasses.IsDigit(rest[close - 1]) && char.IsAsciiLetter(rest[1]) ? position + close + 1 : position + 1;
    }
}
