namespace Insights.Detection.Scanning;

/// <summary>A season: its factor on the level of each period.</summary>
/// <param name="Factors">Factors, each > 0.</param>
/// <param name="Logarithms">Their natural logarithms.</param>
internal sealed record Season(double[] Factors, double[] Logarithms);
