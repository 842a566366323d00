using Ingest.Profiles;
using Ingest.Validation;
using Insights;

namespace Ingest.Sources;

/// <summary>One sheet of a workbook as records. The header need not be the first row: titles and notes above it are passed over.</summary>
internal sealed class WorkbookRecordSource : IRecordSource
{
    private readonly SourceFile file;
    private readonly Workbook workbook;
    private readonly List<WorkbookRow> top;
    private readonly int header;

    public WorkbookRecordSource(SourceFile file, FileFormat format, IReadOnlyCollection<string> wanted)
    {
        this.file = file;
        string sheet = file.Sheet ?? Workbook.FittingSheets(file, format, wanted)[0];
        workbook = new Workbook(file);
        try
        {
            workbook.GoTo(sheet);
            top = workbook.ReadTop();
            if (top.Count == 0)
            {
                throw new InputErrorException($"{file.Name}: the sheet '{sheet}' is empty. Expected a header row and one complaint a row.");
            }

            HasSerialDates = ZipPackage.CountsDaysFrom1900(file);
            Header found = Workbook.HeaderOf(top, wanted);
            header = found.LastRow;
            HeaderLine = top[header].Number;
            Columns = found.Trimmed;
            ShapeHint = $"The header was looked for in the first {ImportLimits.RowsAboveHeader} rows of the sheet '{sheet}' and taken from row {HeaderLine}; name another sheet with 'sheet' under 'format' in the profile.";
        }
        catch (InputErrorException)
        {
            workbook.Dispose();
            throw;
        }

        if (Columns.Count > ImportLimits.Columns)
        {
            workbook.Dispose();
            throw new InputErrorException($"{file.Name}: the header has more than {ImportLimits.Columns} columns. This does not look like a table of complaints.");
        }
    }

    public IReadOnlyList<string> Columns { get; }

    public long HeaderLine { get; }

    public string? ShapeHint { get; }

    public bool HasTypedDates => true;

    public bool HasSerialDates { get; }

    public IEnumerable<SourceRecord> Records()
    {
        foreach (WorkbookRow row in top.Skip(header + 1))
        {
            yield return ToRecord(row);
        }

        while (workbook.ReadRow() is { } row)
        {
            file.ReportFraction((double)row.Number / Math.Max(row.Number, workbook.RowCount));
            yield return ToRecord(row);
        }
    }

    public void Dispose() => workbook.Dispose();

    private SourceRecord ToRecord(WorkbookRow row)
    {
        int filled = Array.FindLastIndex(row.Cells, cell => cell is not null) + 1;
        if (filled > Columns.Count)
        {
            return new SourceRecord(row.Number, row.Cells[..filled], new RowIssue(
                null, $"a value in column {filled}", $"values in {Columns.Count} columns, as in the header", "A note beside the table, or a column without a heading."));
        }

        string?[] cells = new string?[Columns.Count];
        Array.Copy(row.Cells, cells, filled);
        return new SourceRecord(row.Number, cells, null);
    }
}
