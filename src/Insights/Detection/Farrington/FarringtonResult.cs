namespace Insights.Detection.Farrington;

/// <summary>The verdict of <see cref="FarringtonFlexible"/> on one period.</summary>
/// <param name="Expected">Fitted mean.</param>
/// <param name="LinkStandardError">Standard error of its logarithm.</param>
/// <param name="Dispersion">φ ≥ 1.</param>
/// <param name="Upper">Threshold.</param>
/// <param name="PValue">One-sided p-value of the count.</param>
/// <param name="TrendCoefficient">Null when no trend was used.</param>
/// <param name="HasEnoughCases">False when the minimum-cases rule forbids an alarm.</param>
/// <param name="IsAlarm">The count is above the threshold and above 0.</param>
public sealed record FarringtonResult(
    double Expected, double LinkStandardError, double Dispersion, double Upper, double PValue, double? TrendCoefficient, bool HasEnoughCases, bool IsAlarm);
