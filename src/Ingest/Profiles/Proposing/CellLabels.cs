using Insights.Complaints;

namespace Ingest.Profiles.Proposing;

/// <summary>The labels in a column's cells: whole cells, or parts of them when the cells hold several.</summary>
/// <param name="Separator">What stands between labels; null when a cell holds one.</param>
/// <param name="Labels">The labels and how often each occurs.</param>
internal sealed record CellLabels(string? Separator, IReadOnlyDictionary<string, int> Labels)
{
    /// <summary>A mark in fewer cells than this is part of a word, such as the comma of "Rent, charges".</summary>
    private const double MinimumShareWithMark = 0.02;

    /// <summary>Labels recur: there must be clearly fewer of them than combinations of them, where the mark may be part of a label.</summary>
    private const double MostLabelsPerCombination = 0.7;

    /// <summary>Marks that hardly ever are part of a label.</summary>
    private const string MarksOfLists = ";|";

    public static CellLabels Of(ColumnSummary column, IReadOnlyList<string> separators, KnownValues known, Dimension dimension)
    {
        CellLabels whole = new(null, column.Values);
        CellLabels best = whole;
        double bestShare = known.Share(dimension, whole.Labels);
        foreach (string separator in separators)
        {
            long withMark = column.Values.Where(value => value.Key.Contains(separator, StringComparison.Ordinal)).Sum(value => (long)value.Value);
            if (withMark < column.Filled * MinimumShareWithMark)
            {
                continue;
            }

            CellLabels split = new(separator, Split(column.Values, separator));
            double share = known.Share(dimension, split.Labels);
            bool isCloser = share > bestShare;
            bool recurs = share >= bestShare && best.Separator is null && split.Labels.Count <= whole.Labels.Count * (MarksOfLists.Contains(separator, StringComparison.Ordinal) ? 1 : MostLabelsPerCombination);
            if (isCloser || recurs)
            {
                (best, bestShare) = (split, share);
            }
        }

        return best;
    }

    private static Dictionary<string, int> Split(IReadOnlyDictionary<string, int> cells, string separator)
    {
        Dictionary<string, int> labels = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string cell, int count) in cells)
        {
            foreach (string label in cell.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                labels[label] = labels.GetValueOrDefault(label) + count;
            }
        }

        return labels;
    }
}
