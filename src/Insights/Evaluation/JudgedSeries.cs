namespace Insights.Evaluation;

/// <summary>What a detector said of a series: the p-value of each judged period in both runs; 1 where its other rules forbid an alarm or it could not judge.</summary>
/// <param name="Series">The series.</param>
/// <param name="Quiet">Without the outbreak.</param>
/// <param name="WithOutbreak">With it.</param>
public sealed record JudgedSeries(BenchmarkSeries Series, IReadOnlyList<double> Quiet, IReadOnlyList<double> WithOutbreak);
