namespace Insights.Classification;

/// <summary>What one head says about one text.</summary>
/// <param name="Probabilities">Calibrated probability of each code, in the order of the head's codes. They sum to 1 when the head gives exactly one code.</param>
/// <param name="Labels">Indices of the codes given, rising. One for a head of one code; then it is the most probable.</param>
public sealed record HeadPrediction(double[] Probabilities, int[] Labels);
