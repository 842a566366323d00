namespace Insights.Detection.ControlCharts;

/// <summary>
/// Cumulative sum of Rossi's standardised counts (y − 3m + 2√(ym)) / 2√m against reference value k and decision interval h, without reset.
/// Source: G. Rossi, L. Lampugnani and M. Marchi (1999), Statistics in Medicine 18, p. 2114.
/// </summary>
/// <param name="mean">m > 0, the mean in control.</param>
/// <param name="reference">k.</param>
/// <param name="decisionInterval">h.</param>
public sealed class RossiCusum(double mean, double reference, double decisionInterval)
{
    private readonly double root = Math.Sqrt(mean);

    /// <summary>The sum so far.</summary>
    public double Sum { get; private set; }

    /// <summary>Takes the next count; the limit returned is the count that would have raised the alarm.</summary>
    public ChartJudgement Next(int count)
    {
        double room = decisionInterval + reference - Sum;
        double rootOfLimit = Math.Sqrt(Math.Max(0, (4 * mean) + (2 * root * room))) - root;
        double upper = rootOfLimit <= 0 ? 0 : rootOfLimit * rootOfLimit;
        Sum = Math.Max(0, Sum + ((count - (3 * mean) + (2 * Math.Sqrt(count * mean))) / (2 * root)) - reference);
        return new ChartJudgement(upper, Sum > decisionInterval);
    }
}
