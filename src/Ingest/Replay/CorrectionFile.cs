using System.Globalization;
using Ingest.Profiles;
using Ingest.Sources;
using Insights;

namespace Ingest.Replay;

/// <summary>
/// The form in which refused rows go to a spreadsheet and come back: first what is wrong with each, then its cells under the file's own headings.
/// Cells that did not fit under any heading follow under headings of ours.
/// </summary>
public static class CorrectionFile
{
    /// <summary>Headings of ours begin so; no column of a source does.</summary>
    private const string OwnMark = "#";

    private const string RowHeading = "#row";
    private const string MoreHeading = "#cell ";

    /// <summary>What a spreadsheet takes for a formula; our downloads put a quotation mark before it, which comes back with the row.</summary>
    private const string FormulaStarts = "=+-@\t\r'";

    private static readonly string[] OwnHeadings = [RowHeading, "#line", "#column", "#found", "#expected", "#likely cause"];

    /// <summary>The headings of the file for rows of the given columns and the largest number of cells among them.</summary>
    public static IReadOnlyList<string> Headings(IReadOnlyList<string> columns, int cells) =>
        [.. OwnHeadings, .. Unique(columns), .. Enumerable.Range(columns.Count + 1, Math.Max(0, cells - columns.Count)).Select(number => MoreHeading + number.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Column names as keys: a name that occurs again gets a number, so that each cell has one.</summary>
    public static IReadOnlyList<string> Unique(IReadOnlyList<string> columns)
    {
        Dictionary<string, int> seen = new(StringComparer.OrdinalIgnoreCase);
        List<string> unique = new(columns.Count);
        foreach (string column in columns)
        {
            int count = seen[column] = seen.GetValueOrDefault(column) + 1;
            unique.Add(count == 1 ? column : string.Create(CultureInfo.InvariantCulture, $"{column}#{count}"));
        }

        return unique;
    }

    /// <summary>Reads a corrected file, CSV or workbook.</summary>
    /// <exception cref="InputErrorException">It is no file of refused rows, or a row has lost its number.</exception>
    public static IReadOnlyList<CorrectedRow> Read(string path)
    {
        SourceFile file = SourceFile.At(path);
        using IRecordSource source = RecordSources.Open(file, new FileFormat());
        string[] headings = [.. source.Columns];
        int rowIndex = Array.FindIndex(headings, heading => string.Equals(heading, RowHeading, StringComparison.OrdinalIgnoreCase));
        if (rowIndex < 0)
        {
            throw new InputErrorException($"{file.Name} is no file of refused rows: it has no column '{RowHeading}'. Download the rows from the import's page, correct them there, and keep that column.");
        }

        return [.. source.Records().Select(record => ToRow(record, headings, rowIndex, file.Name))];
    }

    private static CorrectedRow ToRow(SourceRecord record, string[] headings, int rowIndex, string fileName)
    {
        if (record.Issue is { } issue)
        {
            throw new InputErrorException($"{fileName}, line {record.LineNumber}: found {issue.Found}; expected {issue.Expected}. Nothing was replayed; mend the line and try again.");
        }

        string? number = record.Cells[rowIndex]?.Trim();
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long id))
        {
            throw new InputErrorException($"{fileName}, line {record.LineNumber}: the column '{RowHeading}' does not hold the number of a refused row. Nothing was replayed; restore the number or delete the line.");
        }

        Dictionary<string, string?> cells = new(StringComparer.OrdinalIgnoreCase);
        int leftOver = 0;
        for (int index = 0; index < headings.Length; index++)
        {
            if (!headings[index].StartsWith(OwnMark, StringComparison.Ordinal))
            {
                cells[headings[index]] = WithoutMark(record.Cells[index]);
            }
            else if (headings[index].StartsWith(MoreHeading, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(record.Cells[index]))
            {
                leftOver++;
            }
        }

        return new CorrectedRow(id, cells, leftOver);
    }

    private static string? WithoutMark(string? cell) => cell is { Length: > 1 } && cell[0] == '\'' && FormulaStarts.Contains(cell[1], StringComparison.Ordinal) ? cell[1..] : cell;
}
