namespace Insights.Classification;

/// <summary>How good a model trained on so many rows is.</summary>
public readonly record struct LearningPoint(int Rows, double Accuracy, double MicroF1, double MacroF1);
