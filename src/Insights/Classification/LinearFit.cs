namespace Insights.Classification;

/// <summary>What a descent came to.</summary>
/// <param name="Weights">The weights by feature and lane.</param>
/// <param name="Epochs">Passes over the rows.</param>
/// <param name="Converged">False when the passes ran out first.</param>
internal sealed record LinearFit(LaneWeights Weights, int Epochs, bool Converged);
