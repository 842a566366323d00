namespace Insights.Patterns;

/// <summary>TF-IDF rows of length one over the words that can tell units apart; a word counts once a text. Similarity is the cosine.</summary>
internal sealed class WordRows
{
    private readonly (int Word, double Weight)[][] rows;
    private readonly List<(int Row, double Weight)>[] postings;

    private WordRows((int Word, double Weight)[][] rows, int words)
    {
        this.rows = rows;
        postings = new List<(int, double)>[words];
        for (int word = 0; word < words; word++)
        {
            postings[word] = [];
        }

        for (int row = 0; row < rows.Length; row++)
        {
            foreach ((int word, double weight) in rows[row])
            {
                postings[word].Add((row, weight));
            }
        }
    }

    public int Count => rows.Length;

    /// <param name="words">The words of each row, numbered from 0.</param>
    /// <param name="rarity">The weight of each word.</param>
    public static WordRows Of(IReadOnlyList<int[]> words, double[] rarity)
    {
        return new WordRows([.. words.Select(Row)], rarity.Length);

        (int, double)[] Row(int[] row)
        {
            double length = Math.Sqrt(row.Sum(word => rarity[word] * rarity[word]));
            return [.. row.Order().Select(word => (word, rarity[word] / length))];
        }
    }

    /// <summary>Cosines of one row with every row, into <paramref name="cosines"/>; its own is 0.</summary>
    public void Similarities(int row, double[] cosines)
    {
        Array.Clear(cosines);
        foreach ((int word, double weight) in rows[row])
        {
            foreach ((int other, double otherWeight) in postings[word])
            {
                cosines[other] += weight * otherWeight;
            }
        }

        cosines[row] = 0;
    }
}
