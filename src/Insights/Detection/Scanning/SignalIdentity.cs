using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>
/// When two sights of a series are the same signal. A signal that grows, or whose first period moves, stays what it is; a short surge within a long rise is
/// another one.
/// </summary>
public static class SignalIdentity
{
    /// <summary>Two runs with less time than this between them are one that paused.</summary>
    internal const int LongestPauseDays = 91;

    /// <summary>What comes back after a pause more than so many times as strong is something else.</summary>
    internal const double MostGrowth = 2;

    /// <summary>At least this share of the days of both together must be common to both.</summary>
    private const double SmallestOverlap = 0.2;

    /// <summary>How much two runs of one series have in common: their common share of days, a little for a pause between them, 0 for different signals.</summary>
    /// <param name="first">First period of the one.</param>
    /// <param name="firstEnd">Its last period.</param>
    /// <param name="second">First period of the other.</param>
    /// <param name="secondEnd">Its last period.</param>
    /// <param name="ratio">Observed over expected of the one.</param>
    /// <param name="secondRatio">Observed over expected of the other.</param>
    public static double Likeness(Period first, Period firstEnd, Period second, Period secondEnd, double ratio, double secondRatio)
    {
        int common = Math.Min(firstEnd.End.DayNumber, secondEnd.End.DayNumber) - Math.Max(first.Start.DayNumber, second.Start.DayNumber) + 1;
        int all = Math.Max(firstEnd.End.DayNumber, secondEnd.End.DayNumber) - Math.Min(first.Start.DayNumber, second.Start.DayNumber) + 1;
        if (common <= 0)
        {
            double growth = first.Start < second.Start ? secondRatio / ratio : ratio / secondRatio;
            return -common <= LongestPauseDays && growth <= MostGrowth ? SmallestOverlap / (2 - common) : 0;
        }

        double share = common / (double)all;
        return share >= SmallestOverlap || first == second ? share : 0;
    }
}
