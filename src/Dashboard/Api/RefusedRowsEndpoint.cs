using Dashboard.Exports;
using Ingest.Store.PageQueries.Imports;
using Insights;

namespace Dashboard.Api;

/// <summary>The rows an import refused, as files: why each was, and what each holds so that it can be corrected.</summary>
public static class RefusedRowsEndpoint
{
    public static void MapRefusedRows(this WebApplication app)
    {
        app.MapGet("/imports/{id:long}/refused.csv", ListAsync).ExcludeFromDescription();
        app.MapGet("/imports/{id:long}/to-correct.csv", ToCorrectAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(long id, ImportsQuery query, CancellationToken cancellationToken) =>
        await query.FindAsync(id, cancellationToken) is { } import
            ? QuarantineCsv.Write(id, import.Batch.FileName, await query.CountQuarantinedAsync(id, cancellationToken), query)
            : TypedResults.NotFound();

    private static async Task<IResult> ToCorrectAsync(long id, ImportsQuery query, RefusedRowsQuery rows, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        try
        {
            return await CorrectionCsv.WriteAsync(id, await query.CountQuarantinedAsync(id, cancellationToken), rows, cancellationToken);
        }
        catch (InputErrorException problem)
        {
            return TypedResults.Problem(problem.Message, statusCode: StatusCodes.Status409Conflict);
        }
    }
}
