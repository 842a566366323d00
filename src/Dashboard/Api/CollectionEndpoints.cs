using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Collections;

namespace Dashboard.Api;

/// <summary>The collections and what each can be asked for.</summary>
public static class CollectionEndpoints
{
    public static void MapCollections(this RouteGroupBuilder api) =>
        api.MapGet("/collections", ListAsync).WithName("ListCollections").WithSummary("The collections, and where the numbers of each came from.");

    private static async Task<IReadOnlyList<CollectionResource>> ListAsync(CurrentCollection collections, CollectionsQuery query, CancellationToken cancellationToken)
    {
        List<CollectionResource> resources = [];
        foreach (CollectionListing listing in await query.ListAsync(cancellationToken))
        {
            CollectionContext context = (await collections.LoadAsync(listing.Name, cancellationToken))!;
            resources.Add(new CollectionResource(
                context.Name, context.Title, context.Profile.Name, context.Profile.Version, context.Definition.Taxonomy.Version, [.. context.Slices.Select(slice => slice.ToString())], context.Source));
        }

        return resources;
    }
}
