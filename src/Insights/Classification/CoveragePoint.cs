namespace Insights.Classification;

/// <summary>One choice between asking a person and trusting the model.</summary>
/// <param name="ReviewBelow">Answers less probable than this go to a person.</param>
/// <param name="ReviewShare">Share that does, 0 to 1.</param>
/// <param name="AccuracyOfOthers">Share of right answers among the others, 0 to 1.</param>
public sealed record CoveragePoint(double ReviewBelow, double ReviewShare, double AccuracyOfOthers);
