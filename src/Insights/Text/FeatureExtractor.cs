using System.Runtime.InteropServices;

namespace Insights.Text;

/// <summary>
/// Lists the feature hashes of a text, block by block, with repetitions. Used alike to learn a vocabulary and to apply it, so that both always agree.
/// Not thread-safe: one a thread; its buffers are reused from text to text.
/// </summary>
internal sealed class FeatureExtractor(bool usesSubwords, bool usesFields, Lexicon? lexicon)
{
    /// <summary>Stands between the fields (columns) of a text that has several: ASCII unit separator.</summary>
    public const char FieldSeparator = '\u001F';

    private const int ShortestSubword = 3;
    private const int LongestSubword = 5;
    private const char WordEnd = ' ';

    /// <summary>A field with at most so many tokens is also taken as a whole: the wording of a question, a category.</summary>
    private const int MostTokensOfWholeField = 40;

    private readonly HashBuffer[] blocks = [new(), new(), new(), new()];
    private readonly List<TextToken> tokens = [];
    private readonly List<int> subwordEnds = [];
    private readonly List<int> fieldEnds = [];
    private readonly LexiconMatcher? matcher = lexicon is null ? null : new LexiconMatcher(lexicon);
    private char[] word = new char[64];

    /// <summary>The tokens of the text read last.</summary>
    public IReadOnlyList<TextToken> Tokens => tokens;

    /// <summary>The same for those who go through all of them.</summary>
    public ReadOnlySpan<TextToken> TokenSpan => CollectionsMarshal.AsSpan(tokens);

    /// <summary>For each token where the hashes of its pieces end; empty when pieces are no features.</summary>
    public ReadOnlySpan<int> SubwordEnds => CollectionsMarshal.AsSpan(subwordEnds);

    /// <summary>The lexicon's entries in the text read last, in the order of the block's hashes.</summary>
    public IReadOnlyList<LexiconHit> LexiconHits => matcher?.Hits ?? [];

    /// <summary>Where in the block of words a token's hash stands; the hash of its pair with the token before stands behind it.</summary>
    public static int PlaceOfWord(int token) => token == 0 ? 0 : (token * 2) - 1;

    public ReadOnlySpan<ulong> HashesOf(FeatureBlock block) => blocks[(int)block].Hashes;

    /// <summary>Reads a text; what was read before is forgotten.</summary>
    public void Read(ReadOnlySpan<char> text)
    {
        foreach (HashBuffer block in blocks)
        {
            block.Clear();
        }

        ReadWords(text);
        if (usesSubwords)
        {
            ReadSubwords(text);
        }

        matcher?.Match(text, TokenSpan, blocks[(int)FeatureBlock.Lexicon]);
        if (usesFields)
        {
            ReadFields(text);
        }
    }

    private void ReadWords(ReadOnlySpan<char> text)
    {
        HashBuffer words = blocks[(int)FeatureBlock.Words];
        bool keepsTokens = usesSubwords || usesFields || matcher is not null;
        tokens.Clear();
        bool isFirst = true;
        ulong previous = 0;
        var tokenizer = new Tokenizer(text);
        while (tokenizer.MoveNext())
        {
            ulong hash = tokenizer.Current.Hash;
            words.Add(hash);
            if (!isFirst)
            {
                words.Add(FeatureHash.Pair(previous, hash));
            }

            isFirst = false;

            previous = hash;
            if (keepsTokens)
            {
                tokens.Add(tokenizer.Current);
            }
        }
    }

    private void ReadSubwords(ReadOnlySpan<char> text)
    {
        HashBuffer subwords = blocks[(int)FeatureBlock.Subwords];
        subwordEnds.Clear();
        foreach (TextToken token in TokenSpan)
        {
            AddSubwords(text.Slice(token.Start, token.Length), subwords);
            subwordEnds.Add(subwords.Count);
        }
    }

    private void AddSubwords(ReadOnlySpan<char> token, HashBuffer subwords)
    {
        int length = FoldWord(token);
        ReadOnlySpan<char> letters = word.AsSpan(0, length);
        for (int start = 0; start + ShortestSubword <= length; start++)
        {
            ulong hash = FeatureHash.Seed;
            int longest = Math.Min(LongestSubword, length - start);
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

    /// <summary>Writes the lower-case word between two word ends and returns its length with them.</summary>
    private int FoldWord(ReadOnlySpan<char> token)
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
        return length;
    }

    private void ReadFields(ReadOnlySpan<char> text)
    {
        FindFieldEnds(text);
        HashBuffer fields = blocks[(int)FeatureBlock.Fields];
        ulong firstFieldAsWhole = FeatureHash.Seed;
        int token = 0;
        for (int field = 0; field < fieldEnds.Count; field++)
        {
            int first = token;
            ulong whole = FeatureHash.Seed;
            for (; token < tokens.Count && tokens[token].Start < fieldEnds[field]; token++)
            {
                whole = FeatureHash.Pair(whole, tokens[token].Hash);
                if (field > 0)
                {
                    fields.Add(FeatureHash.Pair(firstFieldAsWhole, FeatureHash.InField(field, tokens[token].Hash)));
                }
            }

            if (token - first <= MostTokensOfWholeField)
            {
                fields.Add(FeatureHash.InField(-1 - field, whole));
            }

            firstFieldAsWhole = field == 0 ? whole : firstFieldAsWhole;
        }
    }

    private void FindFieldEnds(ReadOnlySpan<char> text)
    {
        fieldEnds.Clear();
        for (int position = 0; position < text.Length; position++)
        {
            if (text[position] == FieldSeparator)
            {
                fieldEnds.Add(position);
            }
        }

        fieldEnds.Add(text.Length);
    }
}
