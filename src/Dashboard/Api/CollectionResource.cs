using Ingest.Store.PageQueries.Collections;

namespace Dashboard.Api;

/// <summary>A collection as the API gives it.</summary>
/// <param name="Name">The name other addresses ask for.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Profile">How its files are read.</param>
/// <param name="ProfileVersion">Version of that.</param>
/// <param name="TaxonomyVersion">Version of the codes.</param>
/// <param name="Slices">How its complaints can be split.</param>
/// <param name="Source">Where the numbers came from and when.</param>
public sealed record CollectionResource(
    string Name, string Title, string Profile, string ProfileVersion, string TaxonomyVersion, IReadOnlyList<string> Slices, SourceInformation Source);
