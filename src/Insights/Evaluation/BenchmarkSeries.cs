namespace Insights.Evaluation;

/// <summary>One series of a detection benchmark: the same periods without and with one outbreak in the judged stretch, which reaches to the end.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Quiet">Counts with nothing injected.</param>
/// <param name="WithOutbreak">The same with one outbreak.</param>
/// <param name="FirstJudgedPeriod">0-based first period judged.</param>
/// <param name="FirstOutbreakPeriod">0-based first period with cases of the outbreak.</param>
/// <param name="LastOutbreakPeriod">0-based last one.</param>
public sealed record BenchmarkSeries(string Name, int[] Quiet, int[] WithOutbreak, int FirstJudgedPeriod, int FirstOutbreakPeriod, int LastOutbreakPeriod)
{
    /// <summary>Size of the outbreak in standard deviations of a usual period; 0 where it is not known.</summary>
    public int Size { get; init; }

    /// <summary>Complaints a period before the judged stretch.</summary>
    public double Level => FirstJudgedPeriod == 0 ? 0 : Quiet.Take(FirstJudgedPeriod).Average();
}
