using Ingest.Redaction.Lexicons;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction.Names;

/// <summary>Finds the names of people: judges each word, then joins neighbours, takes in titles and finds the same name elsewhere in the text.</summary>
internal static class NameFinder
{
    private const int LongestBridge = 2;
    private const int ShortestRepeated = 3;

    /// <summary>How far below the threshold a word counts as nearly a name, in log-odds; chosen by cross-validation.</summary>
    private const float Doubt = 4f;

    public static void Find(ReadOnlySpan<char> text, TokenList tokens, NameModel model, RedactionWorkspace workspace, List<RedactionSpan> spans)
    {
        NameContext context = workspace.Names;
        context.Prepare(tokens);
        for (int index = 0; index < tokens.Count; index++)
        {
            if (NameFeatures.IsCandidate(tokens[index]))
            {
                Judge(text, tokens, model, context, index);
            }
        }

        Spread(tokens, context);
        Repeat(tokens, context, workspace.FoundNames);
        AddSpans(tokens, context, spans);
    }

    private static void Judge(ReadOnlySpan<char> text, TokenList tokens, NameModel model, NameContext context, int index)
    {
        if (NameRules.IsName(tokens, index))
        {
            context.SetName(index, true);
            return;
        }

        if (NameRules.IsBody(tokens, index))
        {
            return;
        }

        float score = model.Score(text, tokens, context, index);
        context.SetName(index, score > model.Threshold);
        context.SetDoubtful(index, score > model.Threshold - Doubt);
    }

    /// <summary>A word that was nearly judged a name is one beside a name.</summary>
    private static void Spread(TokenList tokens, NameContext context)
    {
        for (int index = tokens.Count - 2; index >= 0; index--)
        {
            if (context.IsDoubtful(index) && context.IsName(index + 1) && tokens[index + 1].Before is Gap.Space or Gap.Abbreviation)
            {
                context.SetName(index, true);
            }
        }

        for (int index = 1; index < tokens.Count; index++)
        {
            if (context.IsDoubtful(index) && context.IsName(index - 1) && tokens[index].Before is Gap.Space or Gap.Abbreviation)
            {
                context.SetName(index, true);
            }
        }
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
            bool mayRepeat = token.IsCapitalised && !(token.OpensSentence && token.Has(WordTraits.AnyWord)) && !NameRules.IsBody(tokens, index);
            if (mayRepeat && foundNames.Contains(token.Hash))
            {
                context.SetName(index, true);
            }
        }
    }

    private static bool IsDistinctive(in Token token) =>
        token.Length >= ShortestRepeated && !token.Has(WordTraits.Title | WordTraits.Keep | WordTraits.KeptPhrase | WordTraits.Place | WordTraits.Particle | WordTraits.CommonWord);

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
        while (first > free && BelongsBeforeName(tokens, first - 1, tokens[first].Before))
        {
            first--;
        }

        return first;
    }

    /// <summary>Titles, initials, and the "(retd)" between a rank and a name.</summary>
    private static bool BelongsBeforeName(TokenList tokens, int index, Gap after)
    {
        ref readonly Token token = ref tokens[index];
        bool isTitle = token.Has(WordTraits.Title) && token.IsCapitalised && after is Gap.Space or Gap.Abbreviation or Gap.Open;
        bool isInitial = token.Shape == TokenShape.Initial && after == Gap.Abbreviation;
        bool isRetired = token.Shape == TokenShape.Lower && token.Before == Gap.Open && after == Gap.Close && tokens[index - 1].Has(WordTraits.Title);
        return isTitle || isInitial || isRetired;
    }

    /// <summary>The last word of the name: over further name words, and over particles, initials and titles that stand between two of them.</summary>
    private static int EndOfName(TokenList tokens, NameContext context, int index)
    {
        int last = index;
        while (true)
        {
            int bridge = last + 1;
            while (bridge - last <= LongestBridge && JoinsName(tokens, bridge) && !context.IsName(bridge) && StandsInsideName(tokens, bridge))
            {
                bridge++;
            }

            if (!JoinsName(tokens, bridge) || tokens[bridge].Kind != TokenKind.Word || !context.IsName(bridge))
            {
                return HasSuffix(tokens, last) ? last + 1 : last;
            }

            last = bridge;
        }
    }

    /// <summary>"van der", a title, or a nickname in quotes.</summary>
    private static bool StandsInsideName(TokenList tokens, int index) =>
        tokens[index].Has(WordTraits.Particle | WordTraits.Title) || (tokens[index].Before == Gap.Quote && tokens.After(index) == Gap.Quote && tokens[index].IsCapitalised);

    /// <summary>A form of address or a second name in brackets: "Winifred Astley-Moore (Miss)".</summary>
    private static bool HasSuffix(TokenList tokens, int last)
    {
        ref readonly Token suffix = ref tokens[last + 1];
        return suffix.Before == Gap.Open && tokens.After(last + 1) is Gap.Close or Gap.Comma or Gap.SentenceEnd or Gap.Line or Gap.Abbreviation && suffix.IsCapitalised
            && (suffix.Has(WordTraits.Honorific) || (suffix.Has(WordTraits.AnyName) && !suffix.Has(WordTraits.AnyWord | WordTraits.Place)));
    }

    private static bool JoinsName(TokenList tokens, int index) =>
        index < tokens.Count && tokens[index].Before is Gap.Space or Gap.Nothing or Gap.Abbreviation or Gap.Dash or Gap.Open or Gap.Quote && tokens[index].Kind == TokenKind.Word;
}
