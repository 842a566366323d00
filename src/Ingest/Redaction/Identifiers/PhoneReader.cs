using Ingest.Redaction.Lexicons;

namespace Ingest.Redaction.Identifiers;

/// <summary>Telephone numbers of the United Kingdom and, with "+" or "00", of any country (ITU-T E.164: at most 15 digits).</summary>
internal static class PhoneReader
{
    private const int MostDigits = 15;
    private const int FewestDigitsAbroad = 8;
    private const int LongestNumber = 28;

    /// <summary>A national number with its leading zero has 10 or 11 digits (Ofcom, National Telephone Numbering Plan).</summary>
    private const int FewestNationalDigits = 10;
    private const int MostNationalDigits = 11;
    private static readonly string[] PublicRanges = ["03", "0800", "0808", "084", "087", "0500"];

    /// <summary>Reads a number that starts here.</summary>
    /// <returns>The end of the number, or -1; and whether the number is a published one that stays.</returns>
    public static (int End, bool IsPublic) Read(ReadOnlySpan<char> text, int start, Lexicon lexicon)
    {
        bool abroad = text[start] == '+' || text[start..].StartsWith("00", StringComparison.Ordinal);
        if (!abroad && text[start] != '0')
        {
            return (-1, false);
        }

        Span<char> digits = stackalloc char[MostDigits];
        int most = abroad ? MostDigits : MostNationalDigits;
        int count = 0;
        int end = start;
        int limit = Math.Min(text.Length, start + LongestNumber);
        for (int position = start; position < limit && count < most; position++)
        {
            if (char.IsAsciiDigit(text[position]))
            {
                digits[count++] = text[position];
                end = position + 1;
            }
            else if (!ContinuesNumber(text, position))
            {
                break;
            }
        }

        bool touchesMore = end < text.Length && char.IsLetterOrDigit(text[end]);
        bool isLongEnough = count >= (abroad ? FewestDigitsAbroad : FewestNationalDigits);
        return touchesMore || !isLongEnough ? (-1, false) : (end, IsPublic(digits[..count], lexicon));
    }

    private static bool ContinuesNumber(ReadOnlySpan<char> text, int position)
    {
        char character = text[position];
        if (character is '+' or '(')
        {
            return true;
        }

        return character is ' ' or '-' or '.' or ')' or '\u00A0'
            && position + 1 < text.Length
            && (char.IsAsciiDigit(text[position + 1]) || text[position + 1] is '(' or ' ');
    }

    private static bool IsPublic(ReadOnlySpan<char> digits, Lexicon lexicon)
    {
        string number = digits.StartsWith("44", StringComparison.Ordinal) ? string.Concat("0", digits[2..].TrimStart('0')) : digits.ToString();
        return lexicon.PublicTelephones.Contains(number) || PublicRanges.Any(range => number.StartsWith(range, StringComparison.Ordinal));
    }
}
