using MathNet.Numerics.Distributions;

namespace Insights.Detection.ControlCharts;

/// <summary>
/// The Early Aberration Reporting System's C1, C2 and C3: mean and standard deviation of the seven periods before (C2 and C3: with a gap of two).
/// Reference methods for short histories. Source: L. Hutwagner and others (2003), Journal of Urban Health 80, p. i91.
/// </summary>
public static class EarlyAberrationChart
{
    private const int BaselinePeriods = 7;
    private const int Gap = 2;

    /// <summary>C1: the seven periods just before.</summary>
    public static ChartJudgement C1(IReadOnlyList<int> counts, int index, double alpha) => Judge(counts, index, 0, alpha);

    /// <summary>C2: seven periods with a gap of two before the judged one.</summary>
    public static ChartJudgement C2(IReadOnlyList<int> counts, int index, double alpha) => Judge(counts, index, Gap, alpha);

    /// <summary>
    /// C3: what C2 exceeded 1 by in the two periods before lowers the limit. R's <c>surveillance</c>, which this follows, puts the limit around the judged
    /// count itself instead of the mean, so that only the two earlier periods decide; kept so that published figures can be reproduced.
    /// </summary>
    public static ChartJudgement C3(IReadOnlyList<int> counts, int index, double alpha)
    {
        double statistic = 0;
        for (int back = 1; back <= Gap; back++)
        {
            (double mean, double deviation) = Baseline(counts, index - back, Gap);
            double excess = ((counts[index - back] - mean) / deviation) - 1;
            statistic += double.IsNaN(excess) ? 0 : Math.Max(0, excess);
        }

        double upper = Math.Max(0, counts[index] + (Baseline(counts, index, Gap).Deviation * (Normal.InvCDF(0, 1, 1 - alpha) - statistic)));
        return new ChartJudgement(upper, counts[index] > upper);
    }

    private static ChartJudgement Judge(IReadOnlyList<int> counts, int index, int gap, double alpha)
    {
        (double mean, double deviation) = Baseline(counts, index, gap);
        double upper = mean + (deviation * Normal.InvCDF(0, 1, 1 - alpha));
        return new ChartJudgement(upper, counts[index] > upper);
    }

    private static (double Mean, double Deviation) Baseline(IReadOnlyList<int> counts, int index, int gap)
    {
        int first = index - gap - BaselinePeriods;
        ArgumentOutOfRangeException.ThrowIfNegative(first, nameof(index));
        double mean = 0;
        for (int at = first; at < first + BaselinePeriods; at++)
        {
            mean += (double)counts[at] / BaselinePeriods;
        }

        double squares = 0;
        for (int at = first; at < first + BaselinePeriods; at++)
        {
            squares += (counts[at] - mean) * (counts[at] - mean);
        }

        return (mean, Math.Sqrt(squares / (BaselinePeriods - 1)));
    }
}
