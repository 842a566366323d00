using Dashboard.Exports;
using Ingest.Store.PageQueries.Imports;

namespace Dashboard.Api;

/// <summary>The list of rows an import refused, as a file.</summary>
public static class RefusedRowsEndpoint
{
    public static void MapRefusedRows(this WebApplication app) => app.MapGet("/imports/{id:long}/refused.csv", DownloadAsync).ExcludeFromDescription();

    private static async Task<IResult> DownloadAsync(long id, ImportsQuery query, CancellationToken cancellationToken) =>
        await query.FindAsync(id, cancellationToken) is { } import ? QuarantineCsv.Write(import, query) : TypedResults.NotFound();
}
