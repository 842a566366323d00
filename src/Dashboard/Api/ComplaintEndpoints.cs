using Dashboard.Exports;
using Dashboard.Pages.Complaints;
using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Complaints;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Api;

/// <summary>Complaints, found as on the complaints page. Texts are redacted.</summary>
public static class ComplaintEndpoints
{
    private const int PageSize = 100;

    public static void MapComplaints(this RouteGroupBuilder api)
    {
        api.MapGet("/complaints", ListAsync).WithName("ListComplaints").WithSummary("Complaints that match, newest first, a hundred a page.");
        api.MapGet("/complaints.csv", CsvAsync).WithName("DownloadComplaints").WithSummary("All that match as CSV, streamed; the header X-Row-Count states the number of rows.")
            .Produces<string>(StatusCodes.Status200OK, "text/csv");
    }

    private static async Task<Results<Ok<ComplaintListResource>, NotFound>> ListAsync(
        [AsParameters] ComplaintParameters parameters, CurrentCollection collections, ComplaintsQuery query, CancellationToken cancellationToken)
    {
        if (await collections.LoadAsync(parameters.Collection, cancellationToken) is not { } collection)
        {
            return TypedResults.NotFound();
        }

        ComplaintFilter filter = parameters.Read(collection);
        ComplaintCount count = await query.CountAsync(filter, cancellationToken);
        int page = PageOfItems.Valid(parameters.PageNumber);
        IReadOnlyList<ComplaintListing> complaints = await query.ListAsync(filter, (page - 1) * PageSize, PageSize, cancellationToken);
        return TypedResults.Ok(new ComplaintListResource(collection.Name, count.Complaints, count.IsExact, page, PageSize, complaints));
    }

    private static async Task<IResult> CsvAsync(
        [AsParameters] ComplaintParameters parameters, CurrentCollection collections, ComplaintsQuery query, CancellationToken cancellationToken)
    {
        if (await collections.LoadAsync(parameters.Collection, cancellationToken) is not { } collection)
        {
            return TypedResults.NotFound();
        }

        return await ComplaintCsv.WriteAsync(collection.Name, query, parameters.Read(collection), cancellationToken);
    }
}
