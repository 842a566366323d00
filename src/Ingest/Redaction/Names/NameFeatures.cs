using Ingest.Redaction.Lexicons;
using Ingest.Redaction.Tokens;

namespace Ingest.Redaction.Names;

/// <summary>
/// Turns a word in its text into the list of weights that judge it. Everything is read from tokens, never from characters already redacted, so that the
/// judgement is the same before and after redaction.
/// </summary>
internal static class NameFeatures
{
    /// <summary>Weights of one slot; a power of two that holds the largest answer, two classes side by side.</summary>
    public const int PlacesPerSlot = WordClass.Count * WordClass.Count;

    public static readonly int SlotCount = Enum.GetValues<NameFeatureSlot>().Length;
    public const int GapCount = 16;

    /// <summary>Whether the word is worth judging: capitalised, or small and no English word.</summary>
    public static bool IsCandidate(in Token token)
    {
        if (token.Kind != TokenKind.Word || token.Has(WordTraits.Title))
        {
            return false;
        }

        return token.Shape == TokenShape.Lower
            ? !token.Has(WordTraits.AnyWord | WordTraits.Keep | WordTraits.Particle | WordTraits.Organisation | WordTraits.Street) && token.Length > 2
            : !(token.Shape == TokenShape.Initial && token.Hash == FirstPerson);
    }

    private static readonly ulong FirstPerson = WordHash.Of("I");

    /// <summary>Fills the index of one weight for each slot.</summary>
    /// <param name="places">As long as there are slots.</param>
    public static void Fill(ReadOnlySpan<char> text, TokenList tokens, NameContext context, int index, Span<int> places)
    {
        ref readonly Token token = ref tokens[index];
        int own = WordClass.Of(token);
        int previous = WordClass.Of(tokens[index - 1]);
        int next = WordClass.Of(tokens[index + 1]);
        int before = (int)token.Before;
        int after = (int)tokens.After(index);
        var writer = new PlaceWriter(places);

        writer.Set(NameFeatureSlot.Class, own);
        writer.Set(NameFeatureSlot.ClassAndGapBefore, (own * GapCount) + before);
        writer.Set(NameFeatureSlot.ClassAndGapAfter, (own * GapCount) + after);
        writer.Set(NameFeatureSlot.ClassAndNextClass, (own * WordClass.Count) + next);
        writer.Set(NameFeatureSlot.ClassAndPreviousClass, (own * WordClass.Count) + previous);
        writer.Set(NameFeatureSlot.NeighbourClasses, (previous * WordClass.Count) + next);
        writer.Set(NameFeatureSlot.NextTwoClasses, (next * WordClass.Count) + WordClass.Of(tokens[index + 2]));
        writer.Set(NameFeatureSlot.PreviousTwoClasses, (previous * WordClass.Count) + WordClass.Of(tokens[index - 2]));
        writer.Set(NameFeatureSlot.PreviousCue, tokens[index - 1].Cue);
        writer.Set(NameFeatureSlot.NextCue, tokens[index + 1].Cue);
        writer.Set(NameFeatureSlot.SecondPreviousCue, tokens[index - 2].Cue);
        writer.Set(NameFeatureSlot.SecondNextCue, tokens[index + 2].Cue);
        writer.Set(NameFeatureSlot.OwnCue, token.Cue);
        writer.Set(NameFeatureSlot.TraitsAlone, (int)token.Traits & (PlacesPerSlot - 1));
        writer.Set(NameFeatureSlot.ShapeAndGaps, (((int)token.Shape * GapCount) + before) * GapCount + after);
        writer.Set(NameFeatureSlot.ClassAndLength, (own * GapCount) + Math.Min(token.Length, GapCount - 1));
        new WordRun(tokens, index).Fill(tokens, own, ref writer);
        FillSentence(tokens, context, index, own, ref writer);
        FillHistory(context, index, own, before, ref writer);
        FillLetters(text[token.Start..token.End], ref writer);
        int spelling = context.Spelling.Level(text[token.Start..token.End]);
        writer.Set(NameFeatureSlot.ClassAndSpelling, (own * NameSpelling.Levels) + spelling);
        writer.Set(NameFeatureSlot.SpellingAndNeighbours, (((before * GapCount) + after) * NameSpelling.Levels) + spelling);
    }

    private static void FillSentence(TokenList tokens, NameContext context, int index, int own, ref PlaceWriter writer)
    {
        int sentence = context.SentenceLength(index);
        int fromEnd = tokens.Count - 1 - index;
        int position = context.PlaceInSentence(index);
        writer.Set(NameFeatureSlot.ClassAndDistanceFromEnd, (((own * 8) + Bucket(fromEnd)) * 4) + Math.Min(3, Bucket(sentence) / 2));
        writer.Set(NameFeatureSlot.ClassAndSentenceLength, (((own * 8) + Bucket(sentence)) * 4) + Math.Min(3, position));
        writer.Set(NameFeatureSlot.ClassAndWrittenSmallElsewhere, (own * 2) + (context.IsWrittenSmall(tokens[index].Hash) ? 1 : 0));
        writer.Set(NameFeatureSlot.ClassAndRepeated, (own * 4) + Math.Min(3, context.CapitalisedInside(tokens[index].Hash)));
    }

    private static void FillHistory(NameContext context, int index, int own, int before, ref PlaceWriter writer)
    {
        bool previousIsName = context.IsName(index - 1);
        writer.Set(NameFeatureSlot.PreviousIsName, (((own * 2) + (previousIsName ? 1 : 0)) * GapCount) + before);
        writer.Set(NameFeatureSlot.SecondPreviousIsName, (own * 4) + (context.IsName(index - 2) ? 2 : 0) + (previousIsName ? 1 : 0));
    }

    /// <summary>Endings and openings tell an unknown name ("-wicz", "Oluwa-") from an unknown firm; asked only of what is no English word.</summary>
    private static void FillLetters(ReadOnlySpan<char> word, ref PlaceWriter writer)
    {
        writer.Set(NameFeatureSlot.LastThreeLetters, Letters(word[Math.Max(0, word.Length - 3)..]));
        writer.Set(NameFeatureSlot.LastTwoLetters, Letters(word[Math.Max(0, word.Length - 2)..]));
        writer.Set(NameFeatureSlot.FirstThreeLetters, Letters(word[..Math.Min(3, word.Length)]));
    }

    private static int Letters(ReadOnlySpan<char> letters) => (int)(WordHash.Of(letters) % PlacesPerSlot);

    public static int Bucket(int count) => count switch
    {
        <= 2 => count,
        <= 4 => 3,
        <= 7 => 4,
        <= 12 => 5,
        <= 20 => 6,
        _ => 7,
    };
}
