using Insights.Classification;

namespace Insights.Patterns;

/// <summary>
/// How alike two texts must be to belong together: the least similarity at which texts made of the same words dealt out at random form no group. So what
/// chance brings together is no new theme, however large or wordy the collection.
/// </summary>
internal static class SimilarityThreshold
{
    private const int Deals = 2;
    private const ulong Seed = 20_251_015;
    private static readonly double[] Grid = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6];

    /// <summary>The threshold; null when even the highest of the grid lets chance form groups.</summary>
    /// <param name="words">The words of each row.</param>
    /// <param name="rarity">The weight of each word.</param>
    /// <param name="fewestNeighbours">Rows as alike as this that make a group, the row itself not counted.</param>
    public static double? Find(IReadOnlyList<int[]> words, double[] rarity, int fewestNeighbours)
    {
        int level = 0;
        for (int deal = 0; deal < Deals; deal++)
        {
            WordRows dealt = WordRows.Of(Deal(words, new SeededRandom(Seed + (ulong)deal)), rarity);
            double[] cosines = new double[dealt.Count];
            for (int row = 0; row < dealt.Count && level < Grid.Length; row++)
            {
                dealt.Similarities(row, cosines);
                while (level < Grid.Length && cosines.Count(cosine => cosine >= Grid[level]) >= fewestNeighbours)
                {
                    level++;
                }
            }
        }

        return level < Grid.Length ? Grid[level] : null;
    }

    /// <summary>Every row keeps its number of words and every word its number of rows, but for the few that fall twice on one row.</summary>
    private static List<int[]> Deal(IReadOnlyList<int[]> words, SeededRandom random)
    {
        int[] all = [.. words.SelectMany(row => row).Order()];
        random.Shuffle(all);
        List<int[]> dealt = [];
        int start = 0;
        foreach (int[] row in words)
        {
            dealt.Add([.. all[start..(start + row.Length)].Distinct()]);
            start += row.Length;
        }

        return dealt;
    }
}
