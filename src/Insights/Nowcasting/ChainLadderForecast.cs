namespace Insights.Nowcasting;

/// <summary>What a row of the triangle will come to.</summary>
/// <param name="Final">The expected final number.</param>
/// <param name="StandardError">Square root of its mean squared error.</param>
public readonly record struct ChainLadderForecast(double Final, double StandardError);
