using Insights.Complaints;

namespace Ingest.Store.PageQueries.Complaints;

/// <summary>How many of the complaints found have a code.</summary>
public sealed record FacetCount(Dimension Dimension, string Code, int Complaints);
