namespace Insights.Classification;

/// <summary>An answer with its probability, and whether it was right.</summary>
internal readonly record struct JudgedAnswer(double Probability, bool IsRight);
