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
    public static IReadOnlyList<TextSpan> Find(string text, TextVector vector, TfidfVectorizer vectorizer, HeadWeights weights, int label)
    {
        IReadOnlyList<TextToken> tokens = vector.Tokens;
        if (tokens.Count == 0)
        {
            return [];
        }

        float[] contributions = Contributions(text, vector, vectorizer, weights, label);
        float strongest = contributions.Max();
        if (strongest <= 0)
        {
            return [];
        }

        TextSpan sentence = StrongestSentence(text, tokens, contributions);
        IEnumerable<TextSpan> phrases = Phrases(tokens, contributions, strongest * PhraseShare)
            .Where(phrase => phrase.Span.End <= sentence.Start || phrase.Span.Start >= sentence.End)
            .OrderByDescending(phrase => phrase.Weight).ThenBy(phrase => phrase.Span.Start)
            .Take(MostPhrasesBesideSentence)
            .Select(phrase => phrase.Span);
        return [.. phrases.Append(sentence).OrderBy(span => span.Start)];
    }

    private static float[] Contributions(string text, TextVector vector, TfidfVectorizer vectorizer, HeadWeights weights, int label)
    {
        IReadOnlyList<TextToken> tokens = vector.Tokens;
        var contributions = new float[tokens.Count];
        float wordScale = weights.ScaleOf(vector, FeatureBlock.Words);
        float subwordScale = weights.ScaleOf(vector, FeatureBlock.Subwords);
        float lexiconScale = weights.ScaleOf(vector, FeatureBlock.Lexicon);
        var pieces = new HashBuffer();
        for (int index = 0; index < tokens.Count; index++)
        {
            contributions[index] += wordScale * Weight(tokens[index].Hash);
            if (index > 0)
            {
                float half = wordScale * Weight(FeatureHash.Pair(tokens[index - 1].Hash, tokens[index].Hash)) / 2;
                contributions[index - 1] += half;
                contributions[index] += half;
            }

            if (subwordScale > 0)
            {
                pieces.Clear();
                vector.Extractor.AddSubwords(text.AsSpan(tokens[index].Start, tokens[index].Length), pieces);
                foreach (ulong piece in pieces.Hashes)
                {
                    contributions[index] += subwordScale * Weight(piece);
                }
            }
        }

        foreach (LexiconHit hit in vector.Extractor.LexiconHits)
        {
            float share = lexiconScale * Weight(hit.Group) / (hit.LastToken - hit.FirstToken + 1);
            for (int token = hit.FirstToken; token <= hit.LastToken; token++)
            {
                contributions[token] += share;
            }
        }

        return contributions;

        float Weight(ulong hash)
        {
            int column = vectorizer.Table.Find(hash);
            return column < 0 ? 0 : vectorizer.InverseDocumentFrequencies[column] * weights.WeightOf(column, label);
        }
    }

    private static TextSpan StrongestSentence(string text, IReadOnlyList<TextToken> tokens, float[] contributions)
    {
        TextSpan best = new(tokens[0].Start, tokens[^1].Start + tokens[^1].Length);
        float bestSum = float.NegativeInfinity;
        int token = 0;
        foreach ((int start, int end) in SentenceSplitter.Split(text))
        {
            float sum = 0;
            int first = token;
            for (; token < tokens.Count && tokens[token].Start < end; token++)
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
    private static TextSpan Window(IReadOnlyList<TextToken> tokens, float[] contributions, int first, int afterLast)
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

    private static IEnumerable<(TextSpan Span, float Weight)> Phrases(IReadOnlyList<TextToken> tokens, float[] contributions, float least)
    {
        for (int index = 0; index < tokens.Count; index++)
        {
            if (contributions[index] < least)
            {
                continue;
            }

            int first = index;
            float weight = 0;
            while (index < tokens.Count && contributions[index] >= least)
            {
                weight += contributions[index++];
            }

            yield return (new TextSpan(tokens[first].Start, tokens[index - 1].Start + tokens[index - 1].Length), weight);
        }
    }
}
