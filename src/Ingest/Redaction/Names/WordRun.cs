using Ingest.Redaction.Lexicons;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction.Names;

/// <summary>The run of capitalised words around a word: a full name, a firm, a heading.</summary>
internal readonly struct WordRun
{
    private const int Longest = 6;
    private const int MostCounted = 2;
    private readonly int first;
    private readonly int last;
    private readonly int index;

    public WordRun(TokenList tokens, int index)
    {
        this.index = index;
        first = index;
        while (index - first < Longest && Joins(tokens, first - 1, first))
        {
            first--;
        }

        last = index;
        while (last - index < Longest && Joins(tokens, last + 1, last + 1))
        {
            last++;
        }
    }

    private int Length => Math.Min(last - first, Longest);

    public void Fill(TokenList tokens, int own, ref PlaceWriter writer)
    {
        int before = (int)tokens[first].Before;
        int after = (int)tokens.After(last);
        int kind = KindOf(tokens[index]);
        writer.Set(NameFeatureSlot.CueBeforeRun, tokens[first - 1].Cue);
        writer.Set(NameFeatureSlot.CueAfterRun, tokens[last + 1].Cue);
        writer.Set(NameFeatureSlot.KindAndCueBeforeRun, CueAndKind(tokens[first - 1].Cue, kind));
        writer.Set(NameFeatureSlot.KindAndCueAfterRun, CueAndKind(tokens[last + 1].Cue, kind));
        writer.Set(NameFeatureSlot.GapsAroundRun, (((before * NameFeatures.GapCount) + after) * (Longest + 1)) + Length);
        writer.Set(NameFeatureSlot.PlaceInRun, ((((index - first) * (Longest + 1)) + Length) * NameFeatures.GapCount) + before);
        writer.Set(NameFeatureSlot.RunClasses, (WordClass.Of(tokens[first]) * WordClass.Count) + WordClass.Of(tokens[last]));
        writer.Set(NameFeatureSlot.ClassAndRunFrame, (own * 64) + Frame(tokens));
        writer.Set(NameFeatureSlot.ClassAndRunContents, (kind * 512) + Contents(tokens));
    }

    /// <summary>Whether the run fills its sentence or line, as a signature does, and how long it is.</summary>
    private int Frame(TokenList tokens)
    {
        int opens = tokens[first].OpensSentence ? 1 : 0;
        int closes = tokens.After(last) switch
        {
            Gap.Line => 0,
            Gap.SentenceEnd => 1,
            Gap.Comma => tokens[last + 1].IsRedacted || tokens[last + 1].Kind == TokenKind.Code ? 2 : 3,
            Gap.Possessive => 4,
            Gap.Space => tokens[last + 1].IsRedacted ? 5 : 6,
            _ => 7,
        };

        return (((opens * 8) + closes) * 4) + Math.Min(3, Length);
    }

    /// <summary>How many of the run's words are listed names, unknown words and English words, and whether a body or place is among them.</summary>
    private int Contents(TokenList tokens)
    {
        int names = 0;
        int unknown = 0;
        int words = 0;
        int bodies = 0;
        int places = 0;
        for (int position = first; position <= last; position++)
        {
            ref readonly Token token = ref tokens[position];
            bodies |= token.Has(WordTraits.Organisation | WordTraits.Street | WordTraits.Keep | WordTraits.KeptPhrase) ? 1 : 0;
            places |= token.Has(WordTraits.Place) ? 1 : 0;
            names += token.Has(WordTraits.AnyName) ? 1 : 0;
            words += token.Has(WordTraits.AnyWord) && !token.Has(WordTraits.AnyName) ? 1 : 0;
            unknown += token.Has(WordTraits.AnyWord | WordTraits.AnyName | WordTraits.Place | WordTraits.Title) ? 0 : 1;
        }

        int counts = (((Math.Min(MostCounted, names) * 3) + Math.Min(MostCounted, unknown)) * 3) + Math.Min(MostCounted, words);
        return (((counts * 2) + bodies) * 2) + places;
    }

    /// <summary>Cues are sparse; two that share a place share a weight, which costs little.</summary>
    private static int CueAndKind(int cue, int kind) => cue == 0 ? kind : (cue * 2654435) + (kind * 977);

    private static int KindOf(in Token token)
    {
        if (token.Shape == TokenShape.Initial)
        {
            return 0;
        }

        if (token.Shape == TokenShape.Lower)
        {
            return token.Has(WordTraits.AnyName) ? 1 : 2;
        }

        bool isName = token.Has(WordTraits.AnyName);
        if (token.Has(WordTraits.AnyWord | WordTraits.Organisation | WordTraits.Keep | WordTraits.KeptPhrase))
        {
            return isName ? 3 : 4;
        }

        return token.Has(WordTraits.Place) ? (isName ? 3 : 5) : isName ? 6 : 7;
    }

    private static bool Joins(TokenList tokens, int candidate, int gapOwner)
    {
        ref readonly Token token = ref tokens[candidate];
        return tokens[gapOwner].Before is Gap.Space or Gap.Abbreviation
            && ((token.Kind == TokenKind.Word && (token.IsCapitalised || token.Has(WordTraits.Particle))) || token.Kind == TokenKind.RedactedPerson);
    }
}
