using Dashboard.Exports;
using Dashboard.Pages.Shared;
using Dashboard.Pages.Trends;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Api;

/// <summary>Counts by period and code: what the trends page draws, without its limit of a dozen series.</summary>
public static class CountEndpoints
{
    public static void MapCounts(this RouteGroupBuilder api)
    {
        api.MapGet("/counts", CountsAsync).WithName("GetCounts").WithSummary("Counts by period, split as asked. What does not fit the collection is named in problems.");
        api.MapGet("/counts.csv", CsvAsync).WithName("DownloadCounts").WithSummary("The same as CSV; the header X-Row-Count states the number of rows.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    private static async Task<Results<Ok<CountsResource>, NotFound>> CountsAsync(
        [AsParameters] TrendParameters parameters, CurrentCollection collections, TrendReportBuilder builder, CancellationToken cancellationToken)
    {
        if (await collections.LoadAsync(parameters.Collection, cancellationToken) is not { } collection)
        {
            return TypedResults.NotFound();
        }

        List<string> problems = [];
        TrendRequest request = parameters.Read(collection, problems);
        TrendReport report = await builder.BuildAsync(collection, request, int.MaxValue, cancellationToken);
        return TypedResults.Ok(CountsResource.Of(collection.Name, report, problems));
    }

    private static async Task<IResult> CsvAsync(
        [AsParameters] TrendParameters parameters, CurrentCollection collections, TrendReportBuilder builder, CancellationToken cancellationToken)
    {
        if (await collections.LoadAsync(parameters.Collection, cancellationToken) is not { } collection)
        {
            return TypedResults.NotFound();
        }

        return TrendCsv.Write(collection, await builder.BuildAsync(collection, parameters.Read(collection, []), int.MaxValue, cancellationToken));
    }
}
