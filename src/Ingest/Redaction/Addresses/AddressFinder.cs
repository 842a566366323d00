using Ingest.Redaction.Lexicons;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction.Addresses;

/// <summary>
/// Finds where somebody lives: a house number or a named dwelling with a street, and the town after it. A street or a building alone stays, because a
/// complaint names offices and ports by them.
/// </summary>
internal static class AddressFinder
{
    private const int LongestStreetName = 4;
    private const int MostTownWords = 3;
    private const int MostTowns = 2;

    /// <summary>Words that open a street name in Welsh and in the tongues of the mainland, where the type stands first.</summary>
    private static readonly HashSet<ulong> LeadingStreetTypes =
        ("heol ffordd stryd lon rue via calle strada ulica ul sector").Split(' ').Select(word => WordHash.Of(word)).ToHashSet();

    public static void Find(ReadOnlySpan<char> text, TokenList tokens, List<RedactionSpan> spans)
    {
        int free = 0;
        for (int index = 0; index < tokens.Count; index++)
        {
            (int first, int last) = ReadStreet(text, tokens, index, free);
            if (last < first)
            {
                continue;
            }

            last = ExtendToTown(tokens, last);
            spans.Add(new RedactionSpan(tokens[first].Start, tokens[last].End, PersonalDataType.Address));
            free = last + 1;
            index = last;
        }
    }

    private static (int First, int Last) ReadStreet(ReadOnlySpan<char> text, TokenList tokens, int index, int free)
    {
        ref readonly Token token = ref tokens[index];
        if (token.Kind != TokenKind.Word || !token.IsCapitalised || token.Has(WordTraits.KeptPhrase))
        {
            return (0, -1);
        }

        if (LeadingStreetTypes.Contains(token.Hash) && IsHouseNumber(text, tokens[index - 1]) && index - 1 >= free && token.Before == Gap.Space)
        {
            return (ExtendToDwelling(text, tokens, index - 1, free), EndOfName(tokens, index));
        }

        bool nameGoesOn = tokens[index + 1].Has(WordTraits.Street) && tokens[index + 1].IsCapitalised && tokens[index + 1].Before == Gap.Space;
        if (token.Has(WordTraits.Street) && !token.OpensSentence && !nameGoesOn)
        {
            return ReadNumberedStreet(text, tokens, index, free);
        }

        return token.Has(WordTraits.Dwelling) && tokens[index + 1].Before == Gap.Comma ? ReadNamedDwelling(tokens, index, free) : (0, -1);
    }

    /// <summary>From the street's type leftwards over its name to the number or the dwelling that makes it somebody's.</summary>
    private static (int First, int Last) ReadNumberedStreet(ReadOnlySpan<char> text, TokenList tokens, int type, int free)
    {
        int first = type;
        while (type - first < LongestStreetName && first > free && tokens[first].Before is Gap.Space or Gap.Abbreviation or Gap.Possessive && IsNameWord(tokens[first - 1]))
        {
            first--;
        }

        int number = first - 1;
        bool hasNumber = number >= free && IsHouseNumber(text, tokens[number]) && tokens[first].Before is Gap.Space or Gap.Comma && first < type + 1;
        bool hasPart = hasNumber && tokens[number - 1].Has(WordTraits.DwellingPart) && number - 1 >= free;
        if (hasNumber && (first < type || hasPart))
        {
            return (ExtendToDwelling(text, tokens, number, free), type);
        }

        bool hasDwelling = first < type && tokens[first].Before == Gap.Comma && tokens[first - 1].Has(WordTraits.Dwelling)
            && tokens[first - 1].IsCapitalised && !tokens[first - 1].Has(WordTraits.KeptPhrase) && first - 1 >= free;
        return hasDwelling ? (StartOfDwelling(tokens, first - 1, free), type) : (0, -1);
    }

    /// <summary>A named dwelling is an address beside a town and a postcode: "Rectory Farm, Nether Wallop, SO20 8EZ".</summary>
    private static (int First, int Last) ReadNamedDwelling(TokenList tokens, int dwelling, int free)
    {
        int start = StartOfDwelling(tokens, dwelling, free);
        int end = ExtendToTown(tokens, dwelling);
        bool endsInPostcode = tokens[end + 1].Kind == TokenKind.RedactedOther && tokens[end + 1].Before is Gap.Comma or Gap.Space or Gap.Line;
        return start < dwelling && end > dwelling && endsInPostcode ? (start, end) : (0, -1);
    }

    /// <summary>Leftwards from a house number over "Flat 6," and "Tinker's Cottage,".</summary>
    private static int ExtendToDwelling(ReadOnlySpan<char> text, TokenList tokens, int number, int free)
    {
        int first = number;
        if (first > free && tokens[first - 1].Has(WordTraits.DwellingPart) && tokens[first].Before == Gap.Space)
        {
            first--;
        }

        bool isPartBefore = first - 2 >= free && tokens[first].Before == Gap.Comma
            && tokens[first - 1].Kind == TokenKind.Code && IsHouseNumber(text, tokens[first - 1]) && tokens[first - 2].Has(WordTraits.DwellingPart);
        if (isPartBefore)
        {
            return first - 2;
        }

        bool isDwellingBefore = first > free && tokens[first].Before == Gap.Comma && tokens[first - 1].Has(WordTraits.Dwelling) && tokens[first - 1].IsCapitalised;
        return isDwellingBefore ? StartOfDwelling(tokens, first - 1, free) : first;
    }

    private static int StartOfDwelling(TokenList tokens, int dwelling, int free)
    {
        int first = dwelling;
        while (dwelling - first < LongestStreetName && first > free && tokens[first].Before is Gap.Space or Gap.Possessive && tokens[first - 1].IsCapitalised
            && tokens[first - 1].Kind == TokenKind.Word)
        {
            first--;
        }

        return first;
    }

    private static int EndOfName(TokenList tokens, int index)
    {
        int last = index;
        while (last - index < LongestStreetName && tokens[last + 1].Kind == TokenKind.Word && tokens[last + 1].Before == Gap.Space
            && (tokens[last + 1].IsCapitalised || tokens[last + 1].Has(WordTraits.Particle)))
        {
            last++;
        }

        return last;
    }

    /// <summary>Rightwards over ", Town" once or twice.</summary>
    private static int ExtendToTown(TokenList tokens, int street)
    {
        int last = street;
        for (int town = 0; town < MostTowns && tokens[last + 1].Before == Gap.Comma; town++)
        {
            int end = last;
            while (end - last < MostTownWords && IsTownWord(tokens[end + 1]) && (end == last || tokens[end + 1].Before == Gap.Space))
            {
                end++;
            }

            bool isWholePart = end > last && tokens.After(end) is not (Gap.Space or Gap.Possessive) || tokens[end + 1].IsRedacted;
            if (!isWholePart)
            {
                break;
            }

            last = end;
        }

        return last;
    }

    private static bool IsNameWord(in Token token) =>
        token.Kind == TokenKind.Word && (token.IsCapitalised || token.Has(WordTraits.Particle)) && !token.Has(WordTraits.KeptPhrase);

    private static bool IsTownWord(in Token token) => token.Kind == TokenKind.Word && token.IsCapitalised && !token.Has(WordTraits.Title);

    /// <summary>"7", "118B", "22b", "12-14": at most four figures, one letter.</summary>
    private static bool IsHouseNumber(ReadOnlySpan<char> text, in Token token)
    {
        const int LongestHouseNumber = 7;
        if (token.Kind != TokenKind.Code || token.Has(WordTraits.KeptPhrase) || token.Length > LongestHouseNumber || (token.Start > 0 && text[token.Start - 1] == '£'))
        {
            return false;
        }

        int digits = 0;
        int letters = 0;
        foreach (char character in text[token.Start..token.End])
        {
            digits += char.IsAsciiDigit(character) ? 1 : 0;
            letters += char.IsLetter(character) ? 1 : 0;
            if (!char.IsLetterOrDigit(character) && character is not ('-' or '/'))
            {
                return false;
            }
        }

        return digits is >= 1 and <= 4 && letters <= 1;
    }
}
