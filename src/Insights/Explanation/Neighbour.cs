namespace Insights.Explanation;

/// <summary>The same elsewhere at the same time.</summary>
/// <param name="Title">The other place in words.</param>
/// <param name="Observed">Its complaints in the signal's periods.</param>
/// <param name="Expected">How many were expected there.</param>
public sealed record Neighbour(string Title, int Observed, double Expected);
