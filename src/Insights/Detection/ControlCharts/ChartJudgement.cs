namespace Insights.Detection.ControlCharts;

/// <summary>What a simple chart says about one period.</summary>
/// <param name="Upper">The limit.</param>
/// <param name="IsAlarm">The count is above it.</param>
public readonly record struct ChartJudgement(double Upper, bool IsAlarm);
