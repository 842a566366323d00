namespace Insights.Evaluation;

/// <summary>Simulated counts and the truth behind them.</summary>
public sealed record SimulatedSeries(int[] Counts, IReadOnlyList<double> Means, double Dispersion);
