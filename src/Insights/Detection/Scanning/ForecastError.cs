namespace Insights.Detection.Scanning;

/// <summary>Error of one half-yearly forecast.</summary>
/// <param name="Square">Squared difference of observed and expected.</param>
/// <param name="Chance">Its variance if the level did not drift.</param>
/// <param name="Expected">Expected complaints.</param>
internal readonly record struct ForecastError(double Square, double Chance, double Expected);
