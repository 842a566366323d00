using System.Globalization;
using Insights;
using Insights.Classification;

namespace Ingest.Sources;

/// <summary>The labelled texts of a file, and how many rows could not be used.</summary>
public sealed class LabelledTextFile
{
    private LabelledTextFile(IReadOnlyList<LabelledText> rows, int rowsRead, int withoutText, int withoutLabel)
    {
        Rows = rows;
        RowsRead = rowsRead;
        RowsWithoutText = withoutText;
        RowsWithoutLabel = withoutLabel;
    }

    public IReadOnlyList<LabelledText> Rows { get; }

    public int RowsRead { get; }

    /// <summary>Rows passed over because every text column is empty.</summary>
    public int RowsWithoutText { get; }

    /// <summary>Rows passed over because the label is empty; where several labels are allowed, none is an answer too and such rows are kept.</summary>
    public int RowsWithoutLabel { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">CSV or JSON lines.</param>
    /// <param name="textColumns">Columns that make the text, one or more.</param>
    /// <param name="labelColumn">Column of the label or labels.</param>
    /// <param name="labelSeparator">What stands between several labels; null when a row has one.</param>
    /// <exception cref="InputErrorException">The file cannot be used.</exception>
    public static LabelledTextFile Read(string path, IReadOnlyList<string> textColumns, string labelColumn, string? labelSeparator)
    {
        ArgumentNullException.ThrowIfNull(textColumns);
        var rows = new List<LabelledText>();
        int read = 0;
        int withoutText = 0;
        int withoutLabel = 0;
        foreach (string[] cells in TextTable.Read(path, [.. textColumns, labelColumn]))
        {
            read++;
            string[] labels = Labels(cells[^1], labelSeparator);
            if (cells.AsSpan(0, textColumns.Count).ToArray().All(string.IsNullOrWhiteSpace))
            {
                withoutText++;
            }
            else if (labels.Length == 0 && labelSeparator is null)
            {
                withoutLabel++;
            }
            else
            {
                rows.Add(new LabelledText(LabelledText.JoinFields(cells[..^1]), labels, read.ToString(CultureInfo.InvariantCulture)));
            }
        }

        return rows.Count > 0 ? new LabelledTextFile(rows, read, withoutText, withoutLabel) : throw new InputErrorException(
            $"{path}: none of its {read} rows can be used; {withoutText} have no text in {string.Join(", ", textColumns)}, {withoutLabel} no label in {labelColumn}. "
            + "Check the column names against the file.");
    }

    private static string[] Labels(string cell, string? separator)
    {
        if (separator is null)
        {
            string label = cell.Trim();
            return label.Length == 0 ? [] : [label];
        }

        return [.. cell.Split([separator, TextTable.ItemSeparator.ToString()], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)];
    }
}
