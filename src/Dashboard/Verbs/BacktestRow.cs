namespace Dashboard.Verbs;

/// <summary>One row of a comparison of detectors; null where a measure does not exist.</summary>
/// <param name="Method">The detector and its rate.</param>
/// <param name="Group">Which series or outbreaks.</param>
/// <param name="Outbreaks">How many.</param>
/// <param name="FalsePositiveRate">Alarms on the quiet runs over their periods.</param>
/// <param name="ProbabilityOfDetection">Share of outbreaks with an alarm.</param>
/// <param name="ProbabilityOfDetectionInFirstPeriod">Share with an alarm in their first period.</param>
/// <param name="F1">Harmonic mean of sensitivity and positive predictive value, by period.</param>
/// <param name="MeanDelay">Periods to the first alarm.</param>
public sealed record BacktestRow(
    string Method, string Group, int Outbreaks, double? FalsePositiveRate, double? ProbabilityOfDetection, double? ProbabilityOfDetectionInFirstPeriod, double? F1, double? MeanDelay);
