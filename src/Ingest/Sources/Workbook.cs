using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Ingest.Profiles;
using Insights;

namespace Ingest.Sources;

/// <summary>An Excel workbook, XLSX or XLS, read sheet by sheet and row by row.</summary>
internal sealed class Workbook : IDisposable
{
    private readonly string name;
    private readonly IExcelDataReader reader;
    private bool isFirst = true;

    public Workbook(SourceFile file)
    {
        name = file.Name;
        Stream content = file.OpenSeekable();
        try
        {
            TextEncodings.RegisterCodePages();
            reader = Guarded(() => ExcelReaderFactory.CreateReader(content, new ExcelReaderConfiguration { FallbackEncoding = TextEncodings.Western }));
        }
        catch (InputErrorException)
        {
            content.Dispose();
            throw;
        }
    }

    public string SheetName => reader.Name;

    public bool IsVisible => string.Equals(reader.VisibleState, "visible", StringComparison.OrdinalIgnoreCase);

    /// <summary>Rows of the sheet as the file declares them; for showing progress only.</summary>
    public int RowCount => reader.RowCount;

    /// <summary>The number of the row just read, from 1, as the spreadsheet program shows it.</summary>
    public int RowNumber => reader.Depth + 1;

    /// <summary>
    /// The sheets that a profile's rows lie in: the one the format names, else every visible one with all the columns wanted, else the first with any
    /// rows, whose columns the message of the binding then names.
    /// </summary>
    /// <exception cref="InputErrorException">The workbook cannot be read, has no rows, or lacks the sheet named.</exception>
    public static IReadOnlyList<string> FittingSheets(SourceFile file, FileFormat format, IReadOnlyCollection<string> wanted)
    {
        using Workbook workbook = new(file);
        List<string> all = [];
        List<string> filled = [];
        List<string> fitting = [];
        while (workbook.NextSheet())
        {
            all.Add(workbook.SheetName);
            if (format.Sheet is { } named && string.Equals(named.Trim(), workbook.SheetName.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return [workbook.SheetName];
            }

            if (format.Sheet is null && workbook.IsVisible && workbook.ReadTop() is { Count: > 0 } top)
            {
                filled.Add(workbook.SheetName);
                if (HeaderRows.Find([.. top.Select(row => row.Cells)], wanted) is not null)
                {
                    fitting.Add(workbook.SheetName);
                }
            }
        }

        return (format.Sheet, fitting, filled) switch
        {
            ({ } named, _, _) => throw new InputErrorException($"{file.Name} has no sheet '{named}', which the profile names under 'format'. Its sheets are: {string.Join(", ", all)}."),
            (null, { Count: > 0 }, _) => fitting,
            (null, _, [string first, ..]) => [first],
            _ => throw new InputErrorException($"{file.Name} holds no rows on any visible sheet. Expected a header row and one complaint a row."),
        };
    }

    /// <summary>Goes to a sheet by its name.</summary>
    public void GoTo(string sheet)
    {
        while (NextSheet())
        {
            if (string.Equals(SheetName, sheet, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InputErrorException($"{name} has no sheet '{sheet}' any more: the file changed while it was read.");
    }

    public bool NextSheet()
    {
        bool isThere = isFirst || Guarded(reader.NextResult);
        isFirst = false;
        return isThere;
    }

    /// <summary>The next row that holds anything; null at the end of the sheet.</summary>
    public WorkbookRow? ReadRow()
    {
        while (Guarded(reader.Read))
        {
            string?[] cells = Guarded(ReadCells);
            if (Array.Exists(cells, cell => cell is not null))
            {
                return new WorkbookRow(RowNumber, cells);
            }
        }

        return null;
    }

    /// <summary>The first rows that hold anything, among which the header must be.</summary>
    public List<WorkbookRow> ReadTop()
    {
        List<WorkbookRow> rows = [];
        while (rows.Count < ImportLimits.RowsAboveHeader && ReadRow() is { } row)
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The header among the first rows: by the columns wanted, else by its looks.</summary>
    public static Header HeaderOf(List<WorkbookRow> top, IReadOnlyCollection<string> wanted)
    {
        string?[][] rows = [.. top.Select(row => row.Cells)];
        return HeaderRows.Find(rows, wanted) ?? HeaderRows.Guess(rows, hasFixedWidth: false);
    }

    public void Dispose() => reader.Dispose();

    private string?[] ReadCells()
    {
        int count = Math.Min(reader.FieldCount, ImportLimits.Columns + 1);
        string?[] cells = new string?[count];
        for (int index = 0; index < count; index++)
        {
            cells[index] = reader.GetValue(index) is { } value ? WorkbookCell.Text(value, reader.GetNumberFormatString(index)) : null;
        }

        return cells;
    }

    /// <summary>A damaged workbook makes the parser throw whatever its code runs into; for the person all of it means the same.</summary>
    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException problem)
        {
            throw new InputErrorException($"{name} is protected by a password. Open it, save it without one, and import that.", problem);
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or InputErrorException))
        {
            throw new InputErrorException($"{name} cannot be read as an Excel workbook: it is damaged, or another kind of Office file ({problem.GetType().Name}). Open it in a spreadsheet program and save it as XLSX or CSV.", problem);
        }
    }
}
