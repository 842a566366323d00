namespace Ingest.Redaction.Identifiers;

/// <summary>An account number of ISO 13616 as banks print it: in groups of four with a space between, or in one piece.</summary>
internal static class IbanReader
{
    private const int Shortest = 15;
    private const int Longest = 34;
    private const int GroupLength = 4;

    /// <summary>The end of the number that begins here, told by its check digits; 0 when there is none.</summary>
    public static int EndAt(ReadOnlySpan<char> text, int start)
    {
        if (start + GroupLength > text.Length || !char.IsAsciiLetterUpper(text[start]) || !char.IsAsciiLetterUpper(text[start + 1]) || !char.IsAsciiDigit(text[start + 2]) || !char.IsAsciiDigit(text[start + 3]))
        {
            return 0;
        }

        int characters = 0;
        int end = 0;
        for (int position = start; position < text.Length && characters <= Longest; position++)
        {
            char character = text[position];
            if (char.IsAsciiDigit(character) || char.IsAsciiLetterUpper(character))
            {
                characters++;
                bool isLast = position + 1 == text.Length || !char.IsLetterOrDigit(text[position + 1]);
                end = isLast && characters is >= Shortest and <= Longest && CheckDigits.IsIban(text[start..(position + 1)]) ? position + 1 : end;
            }
            else if (character is not (' ' or '\u00A0') || characters % GroupLength != 0)
            {
                break;
            }
        }

        return end;
    }
}
