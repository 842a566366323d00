namespace Insights.Explanation;

/// <summary>A redacted sentence of one complaint.</summary>
/// <param name="ComplaintId">The complaint it stands in.</param>
/// <param name="Sentence">The sentence, redacted.</param>
public sealed record RepresentativeSentence(long ComplaintId, string Sentence);
