using Insights.Statistics;

namespace Insights.Detection.Scanning;

/// <summary>Exact tails of a window's count: negative binomial with the course's dispersion and its own uncertainty.</summary>
internal static class WindowTail
{
    /// <summary>log P(at least so many), or log P(at most so many) for a fall.</summary>
    public static double LogPValue(int observed, double expected, double dispersion, bool isFall) => isFall
        ? Math.Log(Math.Max(NegativeBinomialDistribution.LowerTail(observed, expected, dispersion), double.Epsilon))
        : NegativeBinomialDistribution.LogUpperTail(observed, expected, dispersion);

    /// <summary>The largest count that chance explains at a one-sided level.</summary>
    public static int Upper(double expected, double dispersion, double level) => NegativeBinomialDistribution.Quantile(1 - level, expected, dispersion);

    /// <summary>The smallest count that chance explains at a one-sided level.</summary>
    public static int Lower(double expected, double dispersion, double level) => NegativeBinomialDistribution.Quantile(level, expected, dispersion);
}
