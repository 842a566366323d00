namespace Insights.Classification;

/// <summary>A fitted model with what was measured while it was fitted.</summary>
/// <param name="Classifier">The model.</param>
/// <param name="Reports">One a head, in the model's order.</param>
/// <param name="Set">The rows it was trained on, in their canonical order.</param>
public sealed record TrainedClassifier(TextClassifier Classifier, IReadOnlyList<HeadReport> Reports, TrainingSet Set);
