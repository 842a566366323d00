using Insights.Patterns;

namespace Dashboard.Api;

/// <summary>New themes, echoes and blind spots of a collection.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="AnalysedAtUtc">When they were looked for; null when they never were.</param>
/// <param name="Patterns">What was found and what could not be judged; null when nobody looked.</param>
public sealed record PatternsResource(string Collection, DateTime? AnalysedAtUtc, CollectionPatterns? Patterns);
