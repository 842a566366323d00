namespace Ingest.Redaction.Tokens;

/// <summary>Where words and codes begin and end.</summary>
internal static class Characters
{
    /// <summary>A code longer than this is cut: nothing that names a person is longer, and the cut keeps the scan linear.</summary>
    private const int LongestCode = 128;

    public static bool IsApostrophe(char character) => character is '\'' or '’';

    public static bool StartsToken(ReadOnlySpan<char> text, int position)
    {
        char character = text[position];
        return char.IsLetterOrDigit(character)
            || character == '*'
            || (character is '@' or '#' or '+' && position + 1 < text.Length && char.IsLetterOrDigit(text[position + 1]));
    }

    /// <summary>
    /// The end of a word of plain letters with a space, or a stop and a space, behind it: nine words in ten, told without a second look. The start itself
    /// for anything else.
    /// </summary>
    public static int PlainWordEnd(ReadOnlySpan<char> text, int start)
    {
        int end = start;
        bool isMask = true;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            isMask &= text[end] is 'X' or 'x';
            end++;
        }

        if (end == text.Length || text[end] is ' ' or '\n')
        {
            return isMask ? start : end;
        }

        bool isStop = text[end] is ',' or '.' && end + 1 < text.Length && text[end + 1] is ' ' or '\n';
        return isStop && !isMask ? end : start;
    }

    /// <summary>The end of a code that starts here, or the start itself when the stretch is a mere word.</summary>
    public static int CodeEnd(ReadOnlySpan<char> text, int start)
    {
        int limit = Math.Min(text.Length, start + LongestCode);
        int end = start;
        int codeCharacters = 0;
        int open = 0;
        while (end < limit && ContinuesCode(text, start, end, open))
        {
            char character = text[end];
            codeCharacters += char.IsAsciiDigit(character) || character is '*' or '@' ? 1 : 0;
            open += character == '(' ? 1 : character == ')' ? -1 : 0;
            end++;
        }

        while (end > start && text[end - 1] is '.' or '-' or '/' or '\'' or '’' or '&' or '_' or '+' or '#' or '(')
        {
            end--;
        }

        return codeCharacters > 0 || IsMasked(text[start..end]) ? WithoutPossessive(text, start, end) : start;
    }

    public static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        int end = start + 1;
        while (end < text.Length)
        {
            char character = text[end];
            bool joins = (IsApostrophe(character) || character is '-' or '‑')
                && end + 1 < text.Length && char.IsLetter(text[end + 1]) && !IsPossessiveEnd(text, end);
            if (!char.IsLetter(character) && !WordHash.IsCombiningMark(character) && !joins)
            {
                break;
            }

            end++;
        }

        return end;
    }

    private static bool ContinuesCode(ReadOnlySpan<char> text, int start, int position, int open)
    {
        char character = text[position];
        if (char.IsLetterOrDigit(character) || WordHash.IsCombiningMark(character))
        {
            return true;
        }

        return character switch
        {
            '*' or '@' or '-' or '/' or '&' or '_' or '#' => true,
            '+' => position == start,
            '.' or '\'' or '’' => position + 1 < text.Length && char.IsLetterOrDigit(text[position + 1]),
            ',' or ':' => IsDigitAt(text, position - 1) && IsDigitAt(text, position + 1),
            '(' => position > start && IsDigitAt(text, position + 1),
            ')' => open > 0,
            _ => false,
        };
    }

    /// <summary>Figures struck out: "XXXX".</summary>
    private static bool IsMasked(ReadOnlySpan<char> code)
    {
        const int ShortestMask = 3;
        return code.Length >= ShortestMask && !code.ContainsAnyExcept('X', 'x');
    }

    private static int WithoutPossessive(ReadOnlySpan<char> text, int start, int end) =>
        end - start > 2 && text[end - 1] is 's' or 'S' && IsApostrophe(text[end - 2]) ? end - 2 : end;

    private static bool IsPossessiveEnd(ReadOnlySpan<char> text, int apostrophe) =>
        IsApostrophe(text[apostrophe])
        && text[apostrophe + 1] is 's' or 'S'
        && (apostrophe + 2 == text.Length || !char.IsLetterOrDigit(text[apostrophe + 2]));

    private static bool IsDigitAt(ReadOnlySpan<char> text, int position) =>
        (uint)position < (uint)text.Length && char.IsAsciiDigit(text[position]);
}
