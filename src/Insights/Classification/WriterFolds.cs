namespace Insights.Classification;

/// <summary>
/// Folds for cross-validation by writer: all texts of a writer are judged by a fit that has seen none of them. Post comes from writers that no model has seen;
/// folds dealt at random flatter, because a writer's turns of phrase stand on both sides.
/// </summary>
internal static class WriterFolds
{
    /// <summary>Fewer writers than this say too little about others: rows are dealt at random.</summary>
    public const int FewestWriters = 4;

    /// <summary>
    /// The fold of each row; null when too few writers are known. A writer's texts are often about few areas, so writers are dealt, those with most texts first,
    /// to the fold that then holds least of the label it holds most of: no label is missing from a fit as far as that can be.
    /// </summary>
    /// <param name="writers">The writer of each row.</param>
    /// <param name="labels">The labels to spread, one a row.</param>
    /// <param name="foldCount">Folds at most; each has a writer of its own when there are as many as writers.</param>
    public static int[]? Deal(IReadOnlyList<string> writers, LabelMatrix labels, int foldCount)
    {
        (string Writer, int[] Rows)[] known = [.. Enumerable.Range(0, writers.Count)
            .GroupBy(row => writers[row], StringComparer.Ordinal)
            .Select(group => (Writer: group.Key, Rows: group.ToArray()))
            .OrderByDescending(writer => writer.Rows.Length).ThenBy(writer => writer.Writer, StringComparer.Ordinal)];
        if (known.Length < FewestWriters)
        {
            return null;
        }

        var foldOfRow = new int[writers.Count];
        var held = new int[Math.Min(foldCount, known.Length), labels.Codes.Count];
        var rows = new int[held.GetLength(0)];
        foreach ((_, int[] ofWriter) in known)
        {
            int[] counts = Count(ofWriter, labels);
            int fold = Enumerable.Range(0, rows.Length).OrderBy(candidate => LargestShare(held, candidate, counts, labels)).ThenBy(candidate => rows[candidate]).First();
            rows[fold] += ofWriter.Length;
            for (int label = 0; label < counts.Length; label++)
            {
                held[fold, label] += counts[label];
            }

            foreach (int row in ofWriter)
            {
                foldOfRow[row] = fold;
            }
        }

        return foldOfRow;
    }

    private static int[] Count(int[] rows, LabelMatrix labels)
    {
        var counts = new int[labels.Codes.Count];
        foreach (int row in rows)
        {
            counts[labels.LabelsOf(row)[0]]++;
        }

        return counts;
    }

    private static double LargestShare(int[,] held, int fold, int[] counts, LabelMatrix labels) =>
        Enumerable.Range(0, counts.Length).Max(label => (held[fold, label] + counts[label]) / (double)labels.Support[label]);
}
