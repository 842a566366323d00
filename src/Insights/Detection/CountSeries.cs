namespace Insights.Detection;

/// <summary>Counts of one series, one a period, gaps filled with 0; the unit that detectors judge.</summary>
/// <param name="Counts">Each ≥ 0, in order of time.</param>
/// <param name="PeriodsPerYear">Length of the season in periods: 52 (plain weeks), 52.18 (calendar weeks), 12, 4 or 1.</param>
/// <param name="Populations">What each count is held against (homes, all complaints), each > 0; null when counts are judged as they are.</param>
public sealed record CountSeries(int[] Counts, double PeriodsPerYear, double[]? Populations = null)
{
    public int Length => Counts.Length;

    /// <summary>A stretch of time given in weeks, in whole periods of this series, at least one.</summary>
    public int PeriodsIn(double weeks) => Math.Max(1, (int)Math.Round(weeks * PeriodsPerYear / WeeksPerYear));

    private const double WeeksPerYear = 52;
}
