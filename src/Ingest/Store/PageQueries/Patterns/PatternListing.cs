using Insights.Patterns;

namespace Ingest.Store.PageQueries.Patterns;

/// <summary>What the newest analysis that looked for patterns found in one collection.</summary>
/// <param name="Patterns">Its patterns; examples of complaints that have left the store since are left out.</param>
/// <param name="FinishedAtUtc">When that analysis ended.</param>
/// <param name="References">The references of the complaints it names, as far as they are still in the store.</param>
public sealed record PatternListing(CollectionPatterns Patterns, DateTime FinishedAtUtc, IReadOnlyDictionary<long, string> References);
