using Insights.Complaints;

namespace Ingest.Store.PageQueries.Complaints;

/// <summary>A code of a dimension, to keep or to leave out. An empty code stands for "not recorded".</summary>
public readonly record struct FacetValue(Dimension Dimension, string Code);
