namespace Insights.Detection.ControlCharts;

/// <summary>One point of an individuals chart.</summary>
public readonly record struct IndividualsPoint(double Value, double Mean, double Lower, double Upper, SpecialCause Cause);
