namespace Dashboard.Exports;

/// <summary>Sends a CSV file as it is made. The number of rows stands in its name and in a header, so that nobody takes a cut file for a whole one.</summary>
public static class CsvResponse
{
    public const string RowCountHeader = "X-Row-Count";

    public static IResult Of(string name, int rowCount, Func<CsvRowWriter, CancellationToken, Task> write) => new StreamedCsv(name, rowCount, write);

    private sealed class StreamedCsv(string name, int rowCount, Func<CsvRowWriter, CancellationToken, Task> write) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            HttpResponse response = httpContext.Response;
            response.ContentType = "text/csv; charset=utf-8";
            response.Headers.ContentDisposition = FormattableString.Invariant($"attachment; filename=\"{name}-{rowCount}-rows.csv\"");
            response.Headers[RowCountHeader] = FormattableString.Invariant($"{rowCount}");
            await using CsvRowWriter csv = new(response.Body);
            await write(csv, httpContext.RequestAborted);
        }
    }
}
