using Ingest.Redaction.Lexicons;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction.Names;

/// <summary>What settles the question without the model: forms in which nothing but a name, or nothing but a body, ever stands.</summary>
internal static class NameRules
{
    private const int LongestBodyName = 3;
    private const int LongestSmallSignature = 3;
    private static readonly ulong Saint = WordHash.Of("St");
    private static readonly ulong NameWord = WordHash.Of("name");
    private static readonly ulong Is = WordHash.Of("is");
    private static readonly HashSet<ulong> Introductions = [WordHash.Of("named"), WordHash.Of("called"), WordHash.Of("i'm")];

    /// <summary>Whether the word is a name for certain.</summary>
    public static bool IsName(TokenList tokens, int index) =>
        FollowsHonorific(tokens, index) || IsIntroduced(tokens, index) || IsSmallSignature(tokens, index);

    /// <summary>Whether the word is none for certain: it belongs to the name of a firm, body, street, church or saint's day.</summary>
    public static bool IsBody(TokenList tokens, int index)
    {
        bool isSaint = tokens[index - 1].Hash == Saint && tokens[index - 1].IsCapitalised && tokens[index].Before is Gap.Space or Gap.Abbreviation or Gap.SentenceEnd
            && tokens[index - 2].Shape != TokenShape.Initial;
        return isSaint || tokens[index].Has(WordTraits.KeptPhrase) || OpensBodyName(tokens, index);
    }

    /// <summary>"Mr" and its like stand before nothing but names.</summary>
    private static bool FollowsHonorific(TokenList tokens, int index)
    {
        ref readonly Token token = ref tokens[index];
        bool isWhole = token.Shape != TokenShape.Initial || tokens.After(index) == Gap.Abbreviation || tokens[index + 1].IsCapitalised;
        return isWhole && token.IsCapitalised && token.Before is Gap.Space or Gap.Abbreviation && tokens[index - 1].Has(WordTraits.Honorific)
            && tokens[index - 1].IsCapitalised;
    }

    /// <summary>"My name is amina", "a man named Tyler".</summary>
    private static bool IsIntroduced(TokenList tokens, int index)
    {
        ref readonly Token token = ref tokens[index];
        if (token.Before is not (Gap.Space or Gap.Quote) || token.Has(WordTraits.AnyWord | WordTraits.Keep | WordTraits.Place | WordTraits.Organisation))
        {
            return false;
        }

        bool isNamed = tokens[index - 1].Hash == Is && tokens[index - 2].Hash == NameWord;
        return isNamed || (token.IsCapitalised && token.Has(WordTraits.AnyName) && Introductions.Contains(tokens[index - 1].Hash));
    }

    /// <summary>A signature in small letters: listed names alone between a full stop and the end or a number.</summary>
    private static bool IsSmallSignature(TokenList tokens, int index)
    {
        int last = index;
        while (IsSmallName(tokens[last]) && last - index < LongestSmallSignature && IsSmallName(tokens[last + 1]) && tokens[last + 1].Before == Gap.Space)
        {
            last++;
        }

        int first = index;
        while (index - first < LongestSmallSignature && tokens[first].Before == Gap.Space && IsSmallName(tokens[first - 1]))
        {
            first--;
        }

        bool isEnd = last == tokens.Count - 1 || tokens[last + 1].Kind == TokenKind.RedactedOther;
        return IsSmallName(tokens[index]) && isEnd && (tokens[first].OpensSentence || tokens[first].Before == Gap.Comma);
    }

    private static bool IsSmallName(in Token token) =>
        token.Kind == TokenKind.Word && token.Shape == TokenShape.Lower && token.Has(WordTraits.AnyName) && !token.Has(WordTraits.AnyWord | WordTraits.Place);

    /// <summary>"Drax &amp; Daughter Scaffolding", "Beaumont Shah Immigration": the capitalised words from here end in what a firm, body or street is called.</summary>
    private static bool OpensBodyName(TokenList tokens, int index)
    {
        for (int ahead = 1; ahead <= LongestBodyName; ahead++)
        {
            ref readonly Token token = ref tokens[index + ahead];
            bool joins = token.Before is Gap.Space or Gap.Symbol || (token.Before == Gap.Possessive && token.IsCapitalised);
            if (!token.IsCapitalised || !joins || token.Kind != TokenKind.Word)
            {
                return false;
            }

            if (token.Has(WordTraits.Organisation | WordTraits.Street))
            {
                return true;
            }
        }

        return false;
    }
}
