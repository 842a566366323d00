namespace Ingest.Redaction.Identifiers;

/// <summary>
/// Matches the written form of an identifier at one place of a text. In a pattern '@' is a capital letter, '?' a letter of either case, '#' a digit, '%' a digit or a capital letter, and
/// '_' a space, hyphen or full stop that may be missing; any other character stands for itself, in either case. No repetition, so a match looks at each
/// character once.
/// </summary>
internal static class ShapePattern
{
    /// <summary>The end of the match, or -1. The match is a whole code: no letter or digit touches it.</summary>
    public static int Match(ReadOnlySpan<char> text, int start, string pattern)
    {
        int position = start;
        foreach (char expected in pattern)
        {
            if (expected == '_')
            {
                position += IsSeparator(text, position) ? 1 : 0;
                continue;
            }

            if (position >= text.Length || !Accepts(expected, text[position]))
            {
                return -1;
            }

            position++;
        }

        return Continues(text, position) ? -1 : position;
    }

    private static bool Accepts(char expected, char found) => expected switch
    {
        '@' => char.IsAsciiLetterUpper(found),
        '?' => char.IsAsciiLetter(found),
        '#' => char.IsAsciiDigit(found),
        '%' => char.IsAsciiDigit(found) || char.IsAsciiLetterUpper(found),
        _ => char.ToUpperInvariant(found) == expected,
    };

    private static bool IsSeparator(ReadOnlySpan<char> text, int position) => position < text.Length && text[position] is ' ' or '-' or '.' or '\u00A0';

    /// <summary>A slash or hyphen with more behind it belongs to a longer reference.</summary>
    private static bool Continues(ReadOnlySpan<char> text, int position) =>
        position < text.Length
        && (char.IsLetterOrDigit(text[position])
            || (text[position] is '/' or '-' or '_' && position + 1 < text.Length && char.IsLetterOrDigit(text[position + 1])));
}
