namespace Insights.Classification;

/// <summary>A theme the model found, and the words that decided.</summary>
/// <param name="Code">The theme.</param>
/// <param name="Probability">Calibrated probability, 0 ≤ p ≤ 1.</param>
/// <param name="Evidence">The words or sentences that spoke most for it, in order of position; never overlapping.</param>
public sealed record ThemePrediction(string Code, double Probability, IReadOnlyList<TextSpan> Evidence);
