namespace Insights.Classification;

/// <summary>A code with the calibrated probability that it is right.</summary>
/// <param name="Code">The code of the taxonomy.</param>
/// <param name="Probability">0 ≤ p ≤ 1.</param>
public readonly record struct CodePrediction(string Code, double Probability);
