namespace Insights.Text;

/// <summary>Splits a text into sentences: at full stops, question and exclamation marks before white space, and at line ends. Abbreviations with one capital or "Mr" do not end one.</summary>
public static class SentenceSplitter
{
    private static readonly string[] Abbreviations = ["mr", "mrs", "ms", "dr", "st", "no", "nr", "ref", "approx", "e.g", "i.e", "tel", "dept", "hon", "prof", "rev"];

    /// <summary>Start (inclusive) and end (exclusive) of each sentence that holds a letter or digit, white space at both ends left out.</summary>
    public static IReadOnlyList<(int Start, int End)> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<(int, int)>();
        int start = 0;
        for (int position = 0; position < text.Length; position++)
        {
            if (EndsSentence(text, position))
            {
                Add(text, start, position + 1, sentences);
                start = position + 1;
            }
        }

        Add(text, start, text.Length, sentences);
        return sentences;
    }

    private static bool EndsSentence(string text, int position)
    {
        char character = text[position];
        if (character is '\n' or '\r')
        {
            return true;
        }

        bool isFollowedBySpace = position + 1 == text.Length || char.IsWhiteSpace(text[position + 1]);
        return isFollowedBySpace && (character is '!' or '?' || (character == '.' && !IsAbbreviation(text, position)));
    }

    private static bool IsAbbreviation(string text, int position)
    {
        int start = position;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
        {
            start--;
        }

        ReadOnlySpan<char> word = text.AsSpan(start, position - start).TrimStart('(');
        if (word.Length == 1 && char.IsAsciiLetterUpper(word[0]) && word[0] != 'I')
        {
            return true;
        }

        foreach (string abbreviation in Abbreviations)
        {
            if (word.Equals(abbreviation, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(string text, int start, int end, List<(int Start, int End)> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (text.AsSpan(start, end - start).IndexOfAnyExceptInRange((char)0, '/') >= 0)
        {
            sentences.Add((start, end));
        }
    }
}
