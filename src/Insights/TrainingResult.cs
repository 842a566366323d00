using Insights.Classification;

namespace Insights;

/// <summary>What a training came to.</summary>
/// <param name="Trained">The model and its measurements.</param>
/// <param name="Warnings">Sentences the person should read.</param>
public sealed record TrainingResult(TrainedClassifier Trained, IReadOnlyList<string> Warnings);
