using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Patterns;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Api;

/// <summary>What a collection shows beyond its series.</summary>
public static class PatternEndpoints
{
    public static void MapPatterns(this RouteGroupBuilder api) =>
        api.MapGet("/patterns", FindAsync).WithName("GetPatterns")
            .WithSummary("New themes, echoes and blind spots of a collection, and what could not be judged. Without a collection: of the first.");

    private static async Task<Results<Ok<PatternsResource>, NotFound>> FindAsync(
        string? collection, CurrentCollection collections, PatternsQuery query, CancellationToken cancellationToken)
    {
        if (await collections.LoadAsync(collection, cancellationToken) is not { } context)
        {
            return TypedResults.NotFound();
        }

        PatternListing? listing = await query.FindAsync(context.Name, cancellationToken);
        return TypedResults.Ok(new PatternsResource(context.Name, listing?.FinishedAtUtc, listing?.Patterns));
    }
}
