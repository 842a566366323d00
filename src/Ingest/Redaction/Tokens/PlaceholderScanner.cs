namespace Ingest.Redaction.Tokens;

/// <summary>Recognises the pseudonyms that redaction itself leaves behind, "[person 1]".</summary>
internal static class PlaceholderScanner
{
    private const int LongestNumber = 9;

    private static readonly string[] Words = PersonalDataType.All.Select(PersonalDataType.WordLeftBehind).Distinct(StringComparer.Ordinal).ToArray();

    public static bool TryRead(ReadOnlySpan<char> text, int start, out int end, out TokenKind kind)
    {
        end = start;
        kind = TokenKind.Word;
        if (text[start] != '[')
        {
            return false;
        }

        ReadOnlySpan<char> rest = text[(start + 1)..];
        foreach (string word in Words)
        {
            if (!rest.StartsWith(word, StringComparison.Ordinal))
            {
                continue;
            }

            int digits = CountDigits(rest[word.Length..]);
            int close = word.Length + 1 + digits;
            if (digits > 0 && close < rest.Length && rest[close] == ']')
            {
                end = start + 1 + close + 1;
                kind = string.Equals(word, PersonalDataType.WordLeftBehind(PersonalDataType.PersonName), StringComparison.Ordinal)
                    ? TokenKind.RedactedPerson
                    : TokenKind.RedactedOther;
                return true;
            }
        }

        return false;
    }

    private static int CountDigits(ReadOnlySpan<char> afterWord)
    {
        if (afterWord.IsEmpty || afterWord[0] != ' ')
        {
            return 0;
        }

        int digits = 0;
        while (digits < LongestNumber && digits + 1 < afterWord.Length && char.IsAsciiDigit(afterWord[digits + 1]))
        {
            digits++;
        }

        return digits;
    }
}
