namespace Insights.Classification;

/// <summary>A fitted model with what was measured while it was fitted.</summary>
/// <param name="Classifier">The model.</param>
/// <param name="Reports">One a head, in the model's order.</param>
/// <param name="Set">The rows it was trained on, in their canonical order.</param>
/// <param name="ByWriter">True when what was measured on a writer's texts was measured by fits that had seen none of that writer.</param>
public sealed record TrainedClassifier(TextClassifier Classifier, IReadOnlyList<HeadReport> Reports, TrainingSet Set, bool ByWriter = false)
{
    /// <summary>How right the areas left are when more and more of the least sure go to a person, by cross-validation; empty without a review threshold.</summary>
    public IReadOnlyList<CoveragePoint> Coverage { get; init; } = [];

    /// <summary>What the threshold chosen does on those rows; null without one.</summary>
    public CoveragePoint? Review { get; init; }
}
