namespace Insights.Detection;

/// <summary>What is expected of one period.</summary>
/// <param name="Mean">Expected count, > 0.</param>
/// <param name="Dispersion">Variance over mean, with the uncertainty of the mean in it; ≥ 1.</param>
public readonly record struct Forecast(double Mean, double Dispersion);
