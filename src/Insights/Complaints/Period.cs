using System.Globalization;

namespace Insights.Complaints;

/// <summary>A whole week (from Monday), month, quarter or year of the calendar; counts and judgements always belong to one.</summary>
public readonly record struct Period : IComparable<Period>
{
    private const int DaysPerWeek = 7;
    private const int MonthsPerQuarter = 3;

    private Period(Interval interval, DateOnly start)
    {
        Interval = interval;
        Start = start;
    }

    public Interval Interval { get; }

    /// <summary>First day of the period.</summary>
    public DateOnly Start { get; }

    /// <summary>Last day of the period.</summary>
    public DateOnly End => Next.Start.AddDays(-1);

    public Period Next => Add(1);

    public Period Previous => Add(-1);

    /// <summary>The period of the given length that contains <paramref name="day"/>.</summary>
    public static Period Containing(Interval interval, DateOnly day) => new(interval, interval switch
    {
        Interval.Week => day.AddDays(-(((int)day.DayOfWeek + DaysPerWeek - 1) % DaysPerWeek)),
        Interval.Month => new DateOnly(day.Year, day.Month, 1),
        Interval.Quarter => new DateOnly(day.Year, ((day.Month - 1) / MonthsPerQuarter * MonthsPerQuarter) + 1, 1),
        Interval.Year => new DateOnly(day.Year, 1, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(interval), interval, "The interval must be a week, month, quarter or year."),
    });

    /// <summary>The period <paramref name="count"/> periods later (earlier when negative).</summary>
    public Period Add(int count) => new(Interval, Interval switch
    {
        Interval.Week => Start.AddDays(DaysPerWeek * count),
        Interval.Month => Start.AddMonths(count),
        Interval.Quarter => Start.AddMonths(MonthsPerQuarter * count),
        _ => Start.AddYears(count),
    });

    /// <summary>How many periods lie between this one and <paramref name="later"/>; negative when that one is earlier.</summary>
    /// <exception cref="ArgumentException">The two periods are of different lengths.</exception>
    public int PeriodsUntil(Period later)
    {
        if (later.Interval != Interval)
        {
            throw new ArgumentException($"Expected a period of one {Interval}, found one of a {later.Interval}.", nameof(later));
        }

        int months = ((later.Start.Year - Start.Year) * 12) + later.Start.Month - Start.Month;
        return Interval switch
        {
            Interval.Week => (later.Start.DayNumber - Start.DayNumber) / DaysPerWeek,
            Interval.Month => months,
            Interval.Quarter => months / MonthsPerQuarter,
            _ => later.Start.Year - Start.Year,
        };
    }

    public int CompareTo(Period other) => Start.CompareTo(other.Start);

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    /// <summary>The period's name as it stands in files and URLs: <c>2025-W14</c>, <c>2025-03</c>, <c>2025-Q3</c>, <c>2025</c>.</summary>
    public override string ToString()
    {
        DateTime start = Start.ToDateTime(TimeOnly.MinValue);
        return Interval switch
        {
            Interval.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(start)}-W{ISOWeek.GetWeekOfYear(start):00}"),
            Interval.Month => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}-{Start.Month:00}"),
            Interval.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}-Q{((Start.Month - 1) / MonthsPerQuarter) + 1}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}"),
        };
    }
}
