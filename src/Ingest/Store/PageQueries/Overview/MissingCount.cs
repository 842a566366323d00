using Insights.Complaints;

namespace Ingest.Store.PageQueries.Overview;

/// <summary>How many complaints have no code in a dimension that others of the collection have.</summary>
public sealed record MissingCount(Dimension Dimension, int Missing);
