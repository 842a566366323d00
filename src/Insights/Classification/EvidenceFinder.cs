using System.Numerics.Tensors;
using Insights.Text;

namespace Insights.Classification;

/// <summary>
/// Finds which words of a text spoke for a label: the weights of a linear model say it exactly. A word gets its own weight, half the weight of each pair it is in,
/// those of its pieces, and its share of a lexicon entry; counts are taken as one, since damping is shared by all places of a word.
/// </summary>
internal static class EvidenceFinder
{
    private const int MostPhrasesBesideSentence = 2;
    private const int LongestSentence = 240;

    /// <summary>A word belongs to a phrase when it speaks at least this share of what the strongest word does.</summary>
    private const float PhraseShare = 0.4f;

    /// <summary>The sentence that spoke most for the label, and the strongest phrases outside it; in order of position, not overlapping.</summary>
    /// <param name="vector">The text as it was scored by <paramref name="weights"/>.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="vectorizer">What made the vector.</param>
    /// <param name="weights">The weights of all heads.</param>
    /// <param name="head">The head of the label.</param>
    /// <param name="label">The label.</param>
    public static IReadOnlyList<TextSpan> Find(
        TextVector vector, IReadOnlyList<(int Start, int End)> sentences, TfidfVectorizer vectorizer, SharedWeights weights, int head, int label)
    {
        ReadOnlySpan<TextToken> tokens = vector.Extractor.TokenSpan;
        if (tokens.Length == 0)
        {
            return [];
        }

        ReadOnlySpan<float> contributions = Contributions(vector, vectorizer, weights, head, label);
        float strongest = TensorPrimitives.Max(contributions);
        if (strongest <= 0)
        {
            return [];
        }

        TextSpan sentence = StrongestSentence(sentences, tokens, contributions);
        IEnumerable<TextSpan> phrases = Phrases(tokens, contributions, strongest * PhraseShare)
            .Where(phrase => phrase.Span.End <= sentence.Start || phrase.Span.Start >= sentence.End)
            .OrderByDescending(phrase => phrase.Weight).ThenBy(phrase => phrase.Span.Start)
            .Take(MostPhrasesBesideSentence)
            .Select(phrase => phrase.Span);
        return [.. phrases.Append(sentence).OrderBy(span => span.Start)];
    }

    /// <summary>What each token spoke for the label. The features were looked up when the text was read; here their weights are only shared out.</summary>
    private static ReadOnlySpan<float> Contributions(TextVector vector, TfidfVectorizer vectorizer, SharedWeights weights, int head, int label)
    {
        int tokenCount = vector.Extractor.TokenSpan.Length;
        TextScores scores = vector.Scores;
        scores.MakeRoomForEvidence(vector.EntryCount, tokenCount);
        Span<float> ofEntry = scores.OfEntry.AsSpan(0, vector.EntryCount);
        Span<float> ofToken = scores.OfToken.AsSpan(0, tokenCount);
        ReadOnlySpan<int> columns = vector.Columns;
        ReadOnlySpan<float> frequencies = vectorizer.InverseDocumentFrequencies;
        for (int entry = 0; entry < columns.Length; entry++)
        {
            ofEntry[entry] = frequencies[columns[entry]] * weights.WeightOf(columns[entry], head, label);
        }

        ofToken.Clear();
        AddWords(vector, ofEntry, weights.ScaleOf(scores, FeatureBlock.Words, head), ofToken);
        AddSubwords(vector, ofEntry, weights.ScaleOf(scores, FeatureBlock.Subwords, head), ofToken);
        AddLexicon(vector, ofEntry, weights.ScaleOf(scores, FeatureBlock.Lexicon, head), ofToken);
        return ofToken;
    }

    private static void AddWords(TextVector vector, ReadOnlySpan<float> ofEntry, float scale, Span<float> ofToken)
    {
        ReadOnlySpan<int> entries = vector.EntriesOf(FeatureBlock.Words);
        for (int token = 0; token < ofToken.Length; token++)
        {
            int place = FeatureExtractor.PlaceOfWord(token);
            ofToken[token] += scale * Of(entries[place], ofEntry);
            if (token > 0)
            {
                float half = scale * Of(entries[place + 1], ofEntry) / 2;
                ofToken[token - 1] += half;
                ofToken[token] += half;
            }
        }
    }

    private static void AddSubwords(TextVector vector, ReadOnlySpan<float> ofEntry, float scale, Span<float> ofToken)
    {
        ReadOnlySpan<int> entries = vector.EntriesOf(FeatureBlock.Subwords);
        ReadOnlySpan<int> ends = vector.SubwordEnds;
        int place = 0;
        for (int token = 0; token < ends.Length; token++)
        {
            float sum = ofToken[token];
            for (; place < ends[token]; place++)
            {
                sum += scale * ofEntry[entries[place]];
            }

            ofToken[token] = sum;
        }
    }

    private static void AddLexicon(TextVector vector, ReadOnlySpan<float> ofEntry, float scale, Span<float> ofToken)
    {
        ReadOnlySpan<int> entries = vector.EntriesOf(FeatureBlock.Lexicon);
        IReadOnlyList<LexiconHit> hits = vector.Extractor.LexiconHits;
        for (int index = 0; index < hits.Count; index++)
        {
            LexiconHit hit = hits[index];
            float share = scale * Of(entries[index], ofEntry) / (hit.LastToken - hit.FirstToken + 1);
            for (int token = hit.FirstToken; token <= hit.LastToken; token++)
            {
                ofToken[token] += share;
            }
        }
    }

    private static float Of(int entry, ReadOnlySpan<float> ofEntry) => entry < 0 ? 0 : ofEntry[entry];

    private static TextSpan StrongestSentence(IReadOnlyList<(int Start, int End)> sentences, ReadOnlySpan<TextToken> tokens, ReadOnlySpan<float> contributions)
    {
        TextSpan best = new(tokens[0].Start, tokens[^1].Start + tokens[^1].Length);
        float bestSum = float.NegativeInfinity;
        int token = 0;
        foreach ((int start, int end) in sentences)
        {
            float sum = 0;
            int first = token;
            for (; token < tokens.Length && tokens[token].Start < end; token++)
            {
                sum += contributions[token];
            }

            if (sum > bestSum && token > first)
            {
                bestSum = sum;
                best = end - start <= LongestSentence ? new TextSpan(start, end) : Window(tokens, contributions, first, token);
            }
        }

        return best;
    }

    /// <summary>The stretch of a long sentence, not longer than allowed, that spoke most.</summary>
    private static TextSpan Window(ReadOnlySpan<TextToken> tokens, ReadOnlySpan<float> contributions, int first, int afterLast)
    {
        int bestFirst = first;
        int bestLast = first;
        float bestSum = float.NegativeInfinity;
        int start = first;
        float sum = 0;
        for (int last = first; last < afterLast; last++)
        {
            sum += contributions[last];
            while (tokens[last].Start + tokens[last].Length - tokens[start].Start > LongestSentence && start < last)
            {
                sum -= contributions[start++];
            }

            if (sum > bestSum)
            {
                (bestFirst, bestLast, bestSum) = (start, last, sum);
            }
        }

        return new TextSpan(tokens[bestFirst].Start, tokens[bestLast].Start + tokens[bestLast].Length);
    }

    private static List<(TextSpan Span, float Weight)> Phrases(ReadOnlySpan<TextToken> tokens, ReadOnlySpan<float> contributions, float least)
    {
        List<(TextSpan, float)> phrases = [];
        for (int index = 0; index < tokens.Length; index++)
        {
            if (contributions[index] < least)
            {
                continue;
            }

            int first = index;
            float weight = 0;
            while (index < tokens.Length && contributions[index] >= least)
            {
                weight += contributions[index++];
            }

            phrases.Add((new TextSpan(tokens[first].Start, tokens[index - 1].Start + tokens[index - 1].Length), weight));
        }

        return phrases;
    }
}
