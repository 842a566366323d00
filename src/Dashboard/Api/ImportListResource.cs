using Ingest.Store.PageQueries.Imports;

namespace Dashboard.Api;

/// <summary>A page of imports, each with its account: read = accepted + duplicates + updated + quarantined.</summary>
public sealed record ImportListResource(int Count, int Page, int PageSize, IReadOnlyList<ImportListing> Imports);
