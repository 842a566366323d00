using System.Runtime.InteropServices;

namespace Insights.Text;

/// <summary>
/// Lists the feature hashes of a text, block by block, with repetitions. Used alike to learn a vocabulary and to apply it, so that both always agree.
/// Not thread-safe: one a thread; its buffers are reused from text to text.
/// </summary>
/// <param name="usesSubwords">True: lists pieces of words too.</param>
/// <param name="usesFields">True: lists words by field too.</param>
/// <param name="lexicon">Lists the groups of it too; null for none.</param>
/// <param name="keepsTokens">True: keeps the tokens even when nothing of the above asks for them.</param>
internal sealed class FeatureExtractor(bool usesSubwords, bool usesFields, Lexicon? lexicon, bool keepsTokens = false)
{
    /// <summary>Stands between the fields (columns) of a text that has several: ASCII unit separator.</summary>
    public const char FieldSeparator = '\u001F';

    /// <summary>A field with at most so many tokens is also taken as a whole: the wording of a question, a category.</summary>
    private const int MostTokensOfWholeField = 40;

    private readonly HashBuffer[] blocks = [new(), new(), new(), new()];
    private readonly List<TextToken> tokens = [];
    private readonly List<int> fieldEnds = [];
    private readonly LexiconMatcher? matcher = lexicon is null ? null : new LexiconMatcher(lexicon);
    private readonly bool listsTokens = keepsTokens || usesSubwords || usesFields || lexicon is not null;
    private readonly SubwordReader subwordReader = new();

    /// <summary>The tokens of the text read last.</summary>
    public IReadOnlyList<TextToken> Tokens => tokens;

    /// <summary>The same for those who go through all of them.</summary>
    public ReadOnlySpan<TextToken> TokenSpan => CollectionsMarshal.AsSpan(tokens);

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
            if (listsTokens)
            {
                tokens.Add(tokenizer.Current);
            }
        }
    }

    private void ReadSubwords(ReadOnlySpan<char> text)
    {
        HashBuffer subwords = blocks[(int)FeatureBlock.Subwords];
        foreach (TextToken token in TokenSpan)
        {
            subwordReader.Read(text.Slice(token.Start, token.Length), subwords);
        }
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
