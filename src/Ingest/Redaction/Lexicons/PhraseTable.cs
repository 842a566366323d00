using System.Collections.Frozen;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction.Lexicons;

/// <summary>Phrases of words, found by their first word.</summary>
internal sealed class PhraseTable
{
    private static readonly char[] WordBreaks = [' '];
    private readonly FrozenDictionary<ulong, ulong[][]> phrasesByFirstWord;

    private PhraseTable(FrozenDictionary<ulong, ulong[][]> phrasesByFirstWord) => this.phrasesByFirstWord = phrasesByFirstWord;

    public static PhraseTable Build(IEnumerable<string> phrases) => new(phrases
        .Select(phrase => phrase.Split(WordBreaks, StringSplitOptions.RemoveEmptyEntries).Select(HashOfWord).ToArray())
        .GroupBy(words => words[0])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(words => words.Length).ToArray()));

    /// <summary>Marks the words of every phrase in the text as kept, and no others: a phrase that has lost a word to redaction is none any more.</summary>
    public void Mark(TokenList tokens)
    {
        tokens.Unmark(WordTraits.KeptPhrase);
        for (int index = 0; index < tokens.Count; index++)
        {
            ref readonly Token token = ref tokens[index];
            if (token.IsCapitalised && phrasesByFirstWord.TryGetValue(token.Hash, out ulong[][]? phrases))
            {
                index += Math.Max(0, MarkLongest(tokens, index, phrases) - 1);
            }
        }
    }

    private static int MarkLongest(TokenList tokens, int start, ulong[][] phrases)
    {
        foreach (ulong[] phrase in phrases)
        {
            if (!Matches(tokens, start, phrase))
            {
                continue;
            }

            for (int offset = 0; offset < phrase.Length; offset++)
            {
                tokens.Mark(start + offset, WordTraits.KeptPhrase);
            }

            return phrase.Length;
        }

        return 0;
    }

    private static bool Matches(TokenList tokens, int start, ulong[] phrase)
    {
        for (int offset = 1; offset < phrase.Length; offset++)
        {
            ref readonly Token token = ref tokens[start + offset];
            if (token.Hash != phrase[offset] || token.Before is not (Gap.Space or Gap.Dash or Gap.Possessive or Gap.Abbreviation))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Tokens end before a possessive "'s"; so do the words of a phrase.</summary>
    private static ulong HashOfWord(string word) =>
        WordHash.Of(word.EndsWith("'s", StringComparison.Ordinal) ? word.AsSpan(0, word.Length - 2) : word);
}
