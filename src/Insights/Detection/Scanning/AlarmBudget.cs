using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>
/// "At most N false signals a quarter over everything watched" as the level of a single window, and what that came to when it was tried. Each slice gets an
/// equal part of N: ten themes are not to be silenced by a thousand pairs of theme and office, nor the other way round.
/// </summary>
/// <param name="Slices">The part of each slice watched.</param>
/// <param name="AllowedAQuarter">N.</param>
internal sealed record AlarmBudget(IReadOnlyList<SliceBudget> Slices, double AllowedAQuarter)
{
    /// <summary>No window is raised that chance gives more often than this, however large the budget.</summary>
    public const double LargestLevel = 0.002;

    /// <summary>
    /// Independent looks a quarter that the overlapping windows of one series are worth where nothing can be measured: on simulated quiet series of means
    /// 0.1 to 30, the share of series with any window below p, divided by p, at p = 0.0001, is 50 to 75 a year (docs/methods/signals.md).
    /// </summary>
    private const double UsualLooksAQuarter = 20;

    /// <summary>False signals a quarter counted on shuffled history that the levels were not set on; NaN when there was too little history.</summary>
    public double AchievedAQuarter => Slices.Sum(slice => slice.AchievedAQuarter);

    /// <summary>Quarters of shuffled history that this was counted over.</summary>
    public double QuartersTried => Slices.Count == 0 ? 0 : Slices.Max(slice => slice.QuartersTried);

    /// <summary>The levels without calibration.</summary>
    public static AlarmBudget Supposed(IReadOnlyList<KeyValuePair<Slice, int>> series, ScanOptions options)
    {
        int watched = Math.Max(1, series.Count(slice => slice.Value > 0));
        return new(
            [.. series.Select(slice => new SliceBudget(
                slice.Key,
                slice.Value,
                Math.Log(Math.Min(LargestLevel, options.FalseSignalsAQuarter / (watched * Math.Max(1, slice.Value) * UsualLooksAQuarter))),
                options.FalseSignalsAQuarter / watched,
                double.NaN,
                0))],
            options.FalseSignalsAQuarter);
    }

    public CollectionBudget For(string collection) => new(
        collection,
        AllowedAQuarter,
        double.IsNaN(AchievedAQuarter) ? null : AchievedAQuarter,
        QuartersTried,
        Slices.Sum(slice => slice.Series),
        Slices.Where(slice => slice.Series > 0).ToDictionary(slice => slice.Slice.ToString(), slice => slice.Level, StringComparer.Ordinal));

    public SliceBudget Of(Slice slice) => Slices.First(budget => budget.Slice == slice);
}
