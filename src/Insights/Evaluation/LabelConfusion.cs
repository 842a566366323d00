namespace Insights.Evaluation;

/// <summary>How often one class was taken for another.</summary>
public readonly record struct LabelConfusion(string Right, string Given, int Rows);
