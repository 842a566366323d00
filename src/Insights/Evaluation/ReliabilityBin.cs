namespace Insights.Evaluation;

/// <summary>One point of a reliability diagram: predictions of about the same probability.</summary>
/// <param name="Predictions">How many.</param>
/// <param name="MeanProbability">What the model claimed.</param>
/// <param name="ShareRight">What came true.</param>
public readonly record struct ReliabilityBin(int Predictions, double MeanProbability, double ShareRight);
