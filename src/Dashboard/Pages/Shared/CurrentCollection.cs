using Ingest.Store.PageQueries.Collections;

namespace Dashboard.Pages.Shared;

/// <summary>Which collection the address asks for (<c>?collection=</c>), the first when it asks for none. One for each request.</summary>
public sealed class CurrentCollection(CollectionsQuery query, ProfileCatalogue profiles)
{
    public IReadOnlyList<CollectionListing> All { get; private set; } = [];

    public CollectionContext? Context { get; private set; }

    /// <returns>The collection; null when nothing has been imported, or when there is none of that name.</returns>
    public async Task<CollectionContext?> LoadAsync(string? name, CancellationToken cancellationToken)
    {
        All = await query.ListAsync(cancellationToken);
        CollectionListing? listing = string.IsNullOrEmpty(name)
            ? (All.Count > 0 ? All[0] : null)
            : All.FirstOrDefault(candidate => string.Equals(candidate.Name, name, StringComparison.Ordinal));
        Context = listing is null
            ? null
            : new CollectionContext(listing, profiles.Load(listing.ProfileName), await query.SourceAsync(listing.Id, cancellationToken));
        return Context;
    }
}
