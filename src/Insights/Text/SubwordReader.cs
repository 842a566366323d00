namespace Insights.Text;

/// <summary>Lists the hashes of a word's pieces: its character 3- to 5-grams, with the word's ends. Not thread-safe: one a thread.</summary>
internal sealed class SubwordReader
{
    private const int ShortestSubword = 3;
    private const int LongestSubword = 5;
    private const char WordEnd = ' ';

    private char[] word = new char[64];

    /// <summary>Adds the hashes of the pieces of a word as it stands in the text.</summary>
    public void Read(ReadOnlySpan<char> token, HashBuffer subwords)
    {
        ReadOnlySpan<char> letters = FoldWord(token);
        for (int start = 0; start + ShortestSubword <= letters.Length; start++)
        {
            ulong hash = FeatureHash.Seed;
            int longest = Math.Min(LongestSubword, letters.Length - start);
            for (int taken = 0; taken < longest; taken++)
            {
                hash = FeatureHash.Append(hash, letters[start + taken]);
                if (taken + 1 >= ShortestSubword)
                {
                    subwords.Add(FeatureHash.Subword(hash));
                }
            }
        }
    }

    /// <summary>The lower-case word between two word ends.</summary>
    private ReadOnlySpan<char> FoldWord(ReadOnlySpan<char> token)
    {
        if (word.Length < token.Length + 2)
        {
            word = new char[(token.Length + 2) * 2];
        }

        int length = 0;
        word[length++] = WordEnd;
        foreach (char character in token)
        {
            char folded = CharacterClasses.Fold(character);
            if (folded != CharacterClasses.None)
            {
                word[length++] = folded;
            }
        }

        word[length++] = WordEnd;
        return word.AsSpan(0, length);
    }
}
