namespace Insights.Classification;

/// <summary>Which labels each row carries.</summary>
public sealed class LabelMatrix
{
    private readonly int[][] labelsOfRow;

    /// <param name="codes">The labels' codes in ordinal order.</param>
    /// <param name="labelsOfRow">For each row the indices of its labels.</param>
    /// <param name="isMultiLabel">True when a row may carry several labels or none.</param>
    public LabelMatrix(IReadOnlyList<string> codes, int[][] labelsOfRow, bool isMultiLabel)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(labelsOfRow);
        Codes = codes;
        this.labelsOfRow = labelsOfRow;
        IsMultiLabel = isMultiLabel;
        var support = new int[codes.Count];
        foreach (int label in labelsOfRow.SelectMany(labels => labels))
        {
            support[label]++;
        }

        Support = support;
    }

    public IReadOnlyList<string> Codes { get; }

    public bool IsMultiLabel { get; }

    public int RowCount => labelsOfRow.Length;

    /// <summary>Number of rows that carry each label.</summary>
    public IReadOnlyList<int> Support { get; }

    /// <summary>The indices of a row's labels.</summary>
    public ReadOnlySpan<int> LabelsOf(int row) => labelsOfRow[row];

    /// <summary>The index of a code, or −1.</summary>
    public int IndexOf(string code) => Codes.Index().Where(pair => string.Equals(pair.Item, code, StringComparison.Ordinal)).Select(pair => pair.Index).DefaultIfEmpty(-1).First();

    public bool Has(int row, int label) => Array.IndexOf(labelsOfRow[row], label) >= 0;

    /// <summary>Reads labels from rows of codes.</summary>
    public static LabelMatrix FromCodes(IReadOnlyList<IReadOnlyList<string>> codesOfRow, bool isMultiLabel)
    {
        ArgumentNullException.ThrowIfNull(codesOfRow);
        string[] codes = [.. codesOfRow.SelectMany(labels => labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> indexOf = codes.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        int[][] rows = [.. codesOfRow.Select(labels => labels.Select(code => indexOf[code]).Distinct().Order().ToArray())];
        return new LabelMatrix(codes, rows, isMultiLabel);
    }
}
