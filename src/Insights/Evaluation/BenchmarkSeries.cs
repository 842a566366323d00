namespace Insights.Evaluation;

/// <summary>One series of the detection benchmark: the same weeks without and with one outbreak in the judged stretch.</summary>
/// <param name="Scenario">Its scenario.</param>
/// <param name="Quiet">Counts with nothing injected.</param>
/// <param name="WithOutbreak">The same with one outbreak.</param>
/// <param name="FirstOutbreakPeriod">0-based first period with cases of the outbreak.</param>
/// <param name="LastOutbreakPeriod">0-based last one.</param>
public sealed record BenchmarkSeries(int Scenario, int[] Quiet, int[] WithOutbreak, int FirstOutbreakPeriod, int LastOutbreakPeriod);
