namespace Insights.Explanation;

/// <summary>Splits a text into sentences at full stops, question and exclamation marks and line breaks.</summary>
internal static class SentenceSplitter
{
    public static IEnumerable<string> Split(string text)
    {
        int start = 0;
        for (int at = 0; at < text.Length; at++)
        {
            if (IsEnd(text, at))
            {
                if (text[start..(at + 1)].Trim() is { Length: > 0 } sentence)
                {
                    yield return sentence;
                }

                start = at + 1;
            }
        }

        if (text[start..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    private static bool IsEnd(string text, int at)
    {
        if (text[at] is '\n' or '\r')
        {
            return true;
        }

        if (text[at] is not ('.' or '!' or '?') || at + 1 >= text.Length || !char.IsWhiteSpace(text[at + 1]))
        {
            return false;
        }

        int next = at + 1;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        // In "No. 12" the stop ends no sentence. A lower-case word may begin one: many people write without capitals.
        return text[at] != '.' || next >= text.Length || !char.IsDigit(text[next]);
    }
}
