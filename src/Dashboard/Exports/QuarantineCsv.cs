using Ingest.Store.PageQueries.Imports;

namespace Dashboard.Exports;

/// <summary>The rows an import refused: where each stands and why.</summary>
public static class QuarantineCsv
{
    public static IResult Write(long importId, string fileName, int rowCount, ImportsQuery query) =>
        CsvResponse.Of($"import-{importId}-refused", rowCount, async (csv, cancellationToken) =>
        {
            await csv.WriteAsync(["file", "line", "column", "found", "expected", "likely_cause"], cancellationToken);
            await foreach (QuarantineListing row in query.AllQuarantined(importId).WithCancellation(cancellationToken))
            {
                await csv.WriteAsync([fileName, row.LineNumber, row.Column, row.Found, row.Expected, row.LikelyCause], cancellationToken);
            }
        });
}
