using Insights.Text;

namespace Insights.Explanation;

/// <summary>The words and pairs of words of a text that can tell complaints apart: no function words, no numbers, no placeholders of the redaction
/// (some sources write XXXX themselves).</summary>
internal static class TermReader
{
    private const int ShortestWord = 3;

    /// <summary>Single words and pairs of neighbouring words, in order, lower-cased; repeated when they repeat.</summary>
    public static List<string> Terms(string letter)
    {
        string text = LetterFormulas.Without(letter);
        List<string> terms = [];
        string? previous = null;
        int previousEnd = 0;
        Tokenizer tokens = new(text);
        while (tokens.MoveNext())
        {
            TextToken token = tokens.Current;
            string word = WithoutGenitive(text.Substring(token.Start, token.Length).Replace('’', '\'').ToLowerInvariant());
            bool isNeighbour = previous is not null && token.Start - previousEnd == 1;
            previousEnd = token.Start + token.Length;
            if (word.Length < ShortestWord || FunctionWords.Contains(word) || word.All(character => character is 'x') || !word.All(character => char.IsLetter(character) || character is '\''))
            {
                previous = null;
                continue;
            }

            terms.Add(word);
            if (isNeighbour)
            {
                terms.Add($"{previous} {word}");
            }

            previous = word;
        }

        return terms;
    }

    /// <summary>"landlord's" speaks of the landlord; contractions ("it's") are function words and stay whole.</summary>
    private static string WithoutGenitive(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) && !FunctionWords.Contains(word) ? word[..^2] : word;
}
