using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>
/// Turns "at most N false signals a quarter over everything watched" into the level of a single window, and a window's p-value into one for its series.
/// </summary>
/// <remarks>
/// A series is looked at through many overlapping windows. How many independent looks they are worth was measured on simulated quiet series of means 0.1 to
/// 30 a period (docs/methods/signals.md): the share of series with any window below p, divided by p, at p = 0.0001.
/// </remarks>
internal static class AlarmBudget
{
    private const int QuartersPerYear = 4;

    /// <summary>The level of a single window.</summary>
    /// <param name="series">How many series are watched, at least 1.</param>
    /// <param name="interval">Their periods.</param>
    /// <param name="options">The budget.</param>
    public static double Level(int series, Interval interval, ScanOptions options) =>
        Math.Min(0.01, options.FalseSignalsAQuarter / (series * LooksAQuarter(interval)));

    /// <summary>The chance that a quiet series shows any window as unusual within the time looked back over.</summary>
    /// <param name="logPValue">Natural logarithm of the strongest window's p.</param>
    /// <param name="interval">Its periods.</param>
    /// <param name="quarters">Quarters looked back over.</param>
    public static double SeriesPValue(double logPValue, Interval interval, double quarters) =>
        -double.ExpM1(-Math.Min(double.MaxValue, LooksAQuarter(interval) * quarters * Math.Exp(logPValue)));

    public static double Quarters(ScanOptions options) => Math.Max(1, options.RecentDays * QuartersPerYear / 365.25);

    private static double LooksAQuarter(Interval interval) => interval switch
    {
        Interval.Week => 30,
        Interval.Month => 10,
        _ => 2,
    };
}
