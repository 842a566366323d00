using Insights.Complaints;

namespace Insights.Explanation;

/// <summary>How many of a signal's complaints have no code in a dimension: they may belong to any of its codes.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Missing">Complaints without a code.</param>
/// <param name="OutOf">Complaints looked at.</param>
public sealed record MissingCode(Dimension Dimension, int Missing, int OutOf);
