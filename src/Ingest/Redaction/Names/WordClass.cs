using Ingest.Redaction.Lexicons;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction.Names;

/// <summary>One class for each word, by what the lexicons know of it and how it is written.</summary>
internal static class WordClass
{
    /// <summary>Classes are below this number.</summary>
    public const int Count = 64;

    public const int Edge = 0;
    private const int RedactedPerson = 1;
    private const int RedactedOther = 2;
    private const int Code = 3;
    private const int SmallWord = 4;
    private const int SmallUnknown = 5;
    private const int SmallName = 6;
    private const int SmallParticle = 7;
    private const int SmallTitle = 8;
    private const int FirstCapitalised = 9;

    public static int Of(in Token token) => token.Kind switch
    {
        TokenKind.RedactedPerson => RedactedPerson,
        TokenKind.RedactedOther => RedactedOther,
        TokenKind.Code => Code,
        _ when token.Shape == TokenShape.None => Edge,
        _ when token.Shape == TokenShape.Lower => OfSmall(token),
        _ => FirstCapitalised + OfCapitalised(token),
    };

    private static int OfSmall(in Token token)
    {
        if (token.Has(WordTraits.Title))
        {
            return SmallTitle;
        }

        if (token.Has(WordTraits.AnyWord))
        {
            return SmallWord;
        }

        return token.Has(WordTraits.Particle) ? SmallParticle : token.Has(WordTraits.AnyName) ? SmallName : SmallUnknown;
    }

    private static int OfCapitalised(in Token token)
    {
        if (token.Shape == TokenShape.Initial)
        {
            return 0;
        }

        int upper = token.Shape == TokenShape.Upper ? 1 : 0;
        if (token.Has(WordTraits.Title))
        {
            return 1 + upper;
        }

        if (token.Has(WordTraits.KeptPhrase | WordTraits.Keep))
        {
            return (token.Has(WordTraits.KeptPhrase) ? 3 : token.Has(WordTraits.AnyName) ? 5 : 7) + upper;
        }

        if (token.Has(WordTraits.Organisation | WordTraits.Street | WordTraits.Dwelling))
        {
            return (token.Has(WordTraits.AnyName) ? 9 : 11) + upper;
        }

        return 13 + upper + (2 * OfPlain(token));
    }

    private static int OfPlain(in Token token)
    {
        int name = token.Has(WordTraits.GivenName) ? (token.Has(WordTraits.Surname) ? 3 : 1) : token.Has(WordTraits.Surname) ? 2 : 0;
        if (token.Has(WordTraits.Particle))
        {
            return 0;
        }

        if (token.Has(WordTraits.CommonWord))
        {
            return name > 0 ? 2 : 1;
        }

        if (token.Has(WordTraits.OtherWord))
        {
            return name > 0 ? 4 : 3;
        }

        if (token.Has(WordTraits.Place))
        {
            return 5 + name;
        }

        return token.Has(WordTraits.Proper) ? 9 + (name > 0 ? 1 : 0) : 11 + name;
    }
}
