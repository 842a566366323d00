using Ingest.Replay;
using Ingest.Store.PageQueries.Imports;

namespace Dashboard.Exports;

/// <summary>The refused rows of an import with all they hold, to be corrected in a spreadsheet and handed in again.</summary>
public static class CorrectionCsv
{
    /// <summary>A cell that begins with the mark that keeps formulas still gets one more, so that taking one away gives back what stood there.</summary>
    private const char Mark = '\'';

    /// <exception cref="Insights.InputErrorException">The key file is missing: the rows cannot be read.</exception>
    public static async Task<IResult> WriteAsync(long importId, int rowCount, RefusedRowsQuery query, CancellationToken cancellationToken)
    {
        // Read twice: the first time for the headings, which depend on the longest row, and so that a missing key is known before anything is sent.
        IReadOnlyList<string> columns = [];
        int cells = 0;
        await foreach (RefusedRowDetail row in query.OpenAsync(importId, cancellationToken))
        {
            columns = row.Row.Columns;
            cells = Math.Max(cells, row.Row.Cells.Count);
        }

        IReadOnlyList<string> headings = CorrectionFile.Headings(columns, cells);
        return CsvResponse.Of($"import-{importId}-to-correct", rowCount, async (csv, stop) =>
        {
            await csv.WriteAsync(headings, stop);
            await foreach (RefusedRowDetail row in query.OpenAsync(importId, stop))
            {
                IEnumerable<object?> own = [row.Id, row.LineNumber, row.Column, row.Found, row.Expected, row.LikelyCause];
                IEnumerable<string?> padding = Enumerable.Repeat((string?)null, Math.Max(0, Math.Max(columns.Count, cells) - row.Row.Cells.Count));
                await csv.WriteAsync(own.Concat(row.Row.Cells.Concat(padding).Select(Marked)), stop);
            }
        });
    }

    private static string? Marked(string? cell) => cell is { Length: > 0 } && cell[0] == Mark ? Mark + cell : cell;
}
