namespace Ingest.Store.PageQueries.Collections;

/// <summary>A collection as the selector at the top of each page lists it.</summary>
/// <param name="CountedSlices">Names of the slices that are counted, separated by spaces.</param>
public sealed record CollectionListing(int Id, string Name, string Title, string ProfileName, string TaxonomyVersion, string CountedSlices);
