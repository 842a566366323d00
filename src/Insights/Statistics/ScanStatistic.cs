namespace Insights.Statistics;

/// <summary>Kulldorff's scan statistic for counts.</summary>
public static class ScanStatistic
{
    /// <summary>
    /// Poisson log-likelihood ratio of a window that holds <paramref name="count"/> of <paramref name="total"/> cases where <paramref name="expected"/> were expected;
    /// 0 when it holds no more than expected. Source: M. Kulldorff (1997), Communications in Statistics 26, p. 1485.
    /// </summary>
    public static double LogLikelihoodRatio(int count, double expected, int total)
    {
        if (!(expected > 0) || !(expected < total) || count > total)
        {
            throw new ArgumentOutOfRangeException(nameof(expected), expected, $"The expected count must lie between 0 and the total {total}, and the count {count} must not exceed it.");
        }

        if (count <= expected)
        {
            return 0;
        }

        double inside = count * Math.Log(count / expected);
        double outside = count == total ? 0 : (total - count) * Math.Log((total - count) / (total - expected));
        return inside + outside;
    }
}
