using Insights.Nowcasting;

namespace Ingest.Store;

/// <summary>The part of a collection's stored patterns that charts need.</summary>
/// <param name="Collection">Name of the collection.</param>
/// <param name="Nowcast">How complete its newest periods are; null for runs that did not look.</param>
public sealed record CollectionNowcast(string Collection, Nowcast? Nowcast);
