namespace Insights.Evaluation;

/// <summary>The measures of a detection benchmark, pooled over all judged periods. Higher is better except for false-positive rate and delay.</summary>
public sealed record BacktestResult
{
    public required int Series { get; init; }

    /// <summary>Alarms on the quiet runs over all their periods.</summary>
    public required double FalsePositiveRate { get; init; }

    /// <summary>Share of series with an alarm in any outbreak period.</summary>
    public required double ProbabilityOfDetection { get; init; }

    /// <summary>Share of series with an alarm in the outbreak's first period.</summary>
    public required double ProbabilityOfDetectionInFirstPeriod { get; init; }

    public required double Sensitivity { get; init; }

    public required double Specificity { get; init; }

    public required double PositivePredictiveValue { get; init; }

    public required double NegativePredictiveValue { get; init; }

    /// <summary>Harmonic mean of sensitivity and positive predictive value.</summary>
    public required double F1 { get; init; }

    /// <summary>Periods from the outbreak's first to the first alarm in it, detected outbreaks only.</summary>
    public required double MeanDelay { get; init; }
}
