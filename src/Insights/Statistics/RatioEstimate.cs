namespace Insights.Statistics;

/// <summary>An estimate with its 95% limits.</summary>
public readonly record struct RatioEstimate(double Value, double Lower, double Upper);
