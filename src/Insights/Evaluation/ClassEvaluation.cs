namespace Insights.Evaluation;

/// <summary>How good a classifier is for one class.</summary>
/// <param name="Code">The class.</param>
/// <param name="Precision">Of the rows given the class, the share that has it.</param>
/// <param name="Recall">Of the rows that have the class, the share given it.</param>
/// <param name="F1">Harmonic mean of precision and recall.</param>
/// <param name="Support">Number of rows that have the class; below some 30 the other figures are rough.</param>
public sealed record ClassEvaluation(string Code, double Precision, double Recall, double F1, int Support);
