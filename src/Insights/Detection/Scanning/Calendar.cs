using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>How long things take in periods of one length.</summary>
/// <param name="PeriodsPerYear">Whole periods in a year.</param>
/// <param name="Season">Length of the year in periods: a calendar year has 52.18 weeks.</param>
/// <param name="FewestPeriods">History needed before a period can be judged: a year and a half, so that a season can be told from a rise.</param>
/// <param name="ShiftLengths">A level that has stood elsewhere for so many periods, in both halves of them, is taken as the new one.</param>
/// <param name="WindowLengths">Lengths of the windows searched, ascending.</param>
internal sealed record Calendar(int PeriodsPerYear, double Season, int FewestPeriods, IReadOnlyList<int> ShiftLengths, IReadOnlyList<int> WindowLengths)
{
    private const double DaysPerYear = 365.25;

    /// <summary>Window lengths grow by about a quarter each, so that no event is far from one of them.</summary>
    private static readonly Calendar Weeks = new(52, DaysPerYear / 7, 78, [8, 26], [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 28, 36, 44, 52]);
    private static readonly Calendar Months = new(12, 12, 18, [4, 12], [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 24, 30, 36]);
    private static readonly Calendar Quarters = new(4, 4, 8, [4], [1, 2, 3, 4, 6, 8]);
    private static readonly Calendar Years = new(1, 1, 5, [4], [1, 2, 3]);

    public static Calendar For(Interval interval) => interval switch
    {
        Interval.Week => Weeks,
        Interval.Month => Months,
        Interval.Quarter => Quarters,
        _ => Years,
    };

    /// <summary>How many periods the days make, at least one.</summary>
    public int PeriodsIn(int days) => Math.Max(1, (int)Math.Round(days * PeriodsPerYear / DaysPerYear));

    /// <summary>Half a year, the stretch over which drift is measured.</summary>
    public int HalfYear => Math.Max(1, PeriodsPerYear / 2);
}
