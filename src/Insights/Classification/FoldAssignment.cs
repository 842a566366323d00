namespace Insights.Classification;

/// <summary>
/// Deals rows out to folds so that each label is spread evenly and equal texts stay together. Depends on the rows' content, not on their order,
/// provided that the rows are sorted by content.
/// </summary>
internal static class FoldAssignment
{
    /// <summary>The fold of a row that every fit learns from.</summary>
    public const int NoFold = -1;

    /// <summary>The fold of each row, 0 ≤ fold &lt; <paramref name="foldCount"/>, or <see cref="NoFold"/> for rows without a content hash.</summary>
    /// <param name="labels">Labels of the rows.</param>
    /// <param name="contentHashes">Hash of each row's text; rising, so that equal texts are neighbours. May be shorter than the rows.</param>
    /// <param name="foldCount">2 or more.</param>
    public static int[] Deal(LabelMatrix labels, ReadOnlySpan<ulong> contentHashes, int foldCount)
    {
        var foldOfRow = new int[labels.RowCount];
        var nextFold = new int[labels.Codes.Count + 1];
        for (int group = 0; group < nextFold.Length; group++)
        {
            nextFold[group] = group % foldCount;
        }

        Array.Fill(foldOfRow, NoFold);
        for (int row = 0; row < contentHashes.Length; row++)
        {
            if (row > 0 && contentHashes[row] == contentHashes[row - 1])
            {
                foldOfRow[row] = foldOfRow[row - 1];
                continue;
            }

            int group = RarestLabel(labels, row);
            foldOfRow[row] = nextFold[group];
            nextFold[group] = (nextFold[group] + 1) % foldCount;
        }

        return foldOfRow;
    }

    /// <summary>The same folds, with rows behind them that are in none.</summary>
    public static int[] Extend(int[] foldOfRow, int rowCount) => [.. foldOfRow, .. Enumerable.Repeat(NoFold, rowCount - foldOfRow.Length)];

    /// <summary>The rows outside a fold, or in it.</summary>
    public static int[] Rows(int[] foldOfRow, int fold, bool inFold) =>
        [.. Enumerable.Range(0, foldOfRow.Length).Where(row => (foldOfRow[row] == fold) == inFold)];

    private static int RarestLabel(LabelMatrix labels, int row)
    {
        int rarest = labels.Codes.Count;
        foreach (int label in labels.LabelsOf(row))
        {
            if (rarest == labels.Codes.Count || labels.Support[label] < labels.Support[rarest])
            {
                rarest = label;
            }
        }

        return rarest;
    }
}
