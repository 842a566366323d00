using Ingest.Redaction.Lexicons;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction.Names;

/// <summary>Finds the names of people: judges each word, then joins neighbours, takes in titles and finds the same name elsewhere in the text.</summary>
internal static class NameFinder
{
    private const int LongestBridge = 2;
    private const int ShortestRepeated = 3;

    public static void Find(ReadOnlySpan<char> text, TokenList tokens, NameModel model, RedactionWorkspace workspace, List<RedactionSpan> spans)
    {
        NameContext context = workspace.Names;
        context.Prepare(tokens);
        for (int index = 0; index < tokens.Count; index++)
        {
            if (NameFeatures.IsCandidate(tokens[index]))
            {
                context.SetName(index, model.Score(text, tokens, context, index) > model.Threshold);
            }
        }

        Repeat(tokens, context, workspace.FoundNames);
        AddSpans(tokens, context, spans);
    }

    /// <summary>A word found as a name is a name wherever it stands capitalised again, unless it is an English word that opens a sentence.</summary>
    private static void Repeat(TokenList tokens, NameContext context, HashSet<ulong> foundNames)
    {
        for (int index = 0; index < tokens.Count; index++)
        {
            ref readonly Token token = ref tokens[index];
            if (token.Kind == TokenKind.Word && context.IsName(index) && IsDistinctive(token))
            {
                foundNames.Add(token.Hash);
            }
        }

        for (int index = 0; index < tokens.Count; index++)
        {
            ref readonly Token token = ref tokens[index];
            bool mayRepeat = token.IsCapitalised && !(token.OpensSentence && token.Has(WordTraits.AnyWord)) && !NamesABody(tokens, index);
            if (mayRepeat && foundNames.Contains(token.Hash))
            {
                context.SetName(index, true);
            }
        }
    }

    private static bool IsDistinctive(in Token token) =>
        token.Length >= ShortestRepeated && !token.Has(WordTraits.Title | WordTraits.Keep | WordTraits.KeptPhrase | WordTraits.Place | WordTraits.Particle | WordTraits.CommonWord);

    private static bool NamesABody(TokenList tokens, int index) =>
        tokens[index + 1].IsCapitalised && tokens[index + 1].Before == Gap.Space && tokens[index + 1].Has(WordTraits.Organisation | WordTraits.Street);

    private static void AddSpans(TokenList tokens, NameContext context, List<RedactionSpan> spans)
    {
        int free = 0;
        for (int index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].Kind != TokenKind.Word || !context.IsName(index))
            {
                continue;
            }

            int first = StartWithTitles(tokens, index, free);
            int last = EndOfName(tokens, context, index);
            spans.Add(new RedactionSpan(tokens[first].Start, tokens[last].End, PersonalDataType.PersonName));
            free = last + 1;
            index = last;
        }
    }

    private static int StartWithTitles(TokenList tokens, int index, int free)
    {
        int first = index;
        while (first > free && tokens[first].Before is Gap.Space or Gap.Abbreviation && tokens[first - 1].Has(WordTraits.Title) && tokens[first - 1].IsCapitalised)
        {
            first--;
        }

        return first;
    }

    /// <summary>The last word of the name: over further name words, and over particles, initials and titles that stand between two of them.</summary>
    private static int EndOfName(TokenList tokens, NameContext context, int index)
    {
        int last = index;
        while (true)
        {
            int bridge = last + 1;
            while (bridge - last <= LongestBridge && JoinsName(tokens, bridge) && !context.IsName(bridge) && tokens[bridge].Has(WordTraits.Particle | WordTraits.Title))
            {
                bridge++;
            }

            if (!JoinsName(tokens, bridge) || tokens[bridge].Kind != TokenKind.Word || !context.IsName(bridge))
            {
                return last;
            }

            last = bridge;
        }
    }

    private static bool JoinsName(TokenList tokens, int index) =>
        index < tokens.Count && tokens[index].Before is Gap.Space or Gap.Nothing or Gap.Abbreviation or Gap.Dash or Gap.Open or Gap.Quote && tokens[index].Kind == TokenKind.Word;
}
