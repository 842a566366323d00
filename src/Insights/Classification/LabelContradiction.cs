namespace Insights.Classification;

/// <summary>A training row whose label a model that had not seen it confidently contradicts.</summary>
/// <param name="Row">The row's place in the canonical order of the training set.</param>
/// <param name="Given">The code people gave; empty when they left out the one suggested.</param>
/// <param name="Suggested">The code the model gives; empty when it would leave out the one given.</param>
/// <param name="Probability">How sure the model is.</param>
public readonly record struct LabelContradiction(int Row, string Given, string Suggested, double Probability);
