namespace Insights.Evaluation;

/// <summary>The true expected counts of a simulated series, one a period, and its dispersion φ ≥ 1.</summary>
public sealed record SimulatedCourse(IReadOnlyList<double> Means, double Dispersion);
