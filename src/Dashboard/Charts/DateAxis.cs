using System.Globalization;

namespace Dashboard.Charts;

/// <summary>A horizontal axis in days with ticks at the beginning of months, quarters or years: as many as have room.</summary>
public sealed class DateAxis
{
    private const int MonthsPerYear = 12;
    private static readonly int[] StepsInMonths = [1, 2, 3, 6, 12, 24, 60, 120];

    private DateAxis(DateOnly first, DateOnly last, IReadOnlyList<DateTick> ticks)
    {
        First = first;
        Last = last;
        Ticks = ticks;
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public IReadOnlyList<DateTick> Ticks { get; }

    /// <summary>The axis from <paramref name="first"/> to <paramref name="last"/> when it may show <paramref name="maximumTicks"/> labels.</summary>
    public static DateAxis Between(DateOnly first, DateOnly last, int maximumTicks)
    {
        int months = ((last.Year - first.Year) * MonthsPerYear) + last.Month - first.Month + 1;
        int step = StepsInMonths.FirstOrDefault(candidate => months / candidate <= maximumTicks, StepsInMonths[^1]);

        List<DateTick> ticks = [];
        for (DateOnly day = FirstTick(first, step); day <= last; day = day.AddMonths(step))
        {
            ticks.Add(Label(day, step, isFirst: ticks.Count == 0));
        }

        return new DateAxis(first, last, ticks);
    }

    /// <summary>Where a day lies, from 0 at the first to 1 at the last.</summary>
    public double Position(DateOnly day)
    {
        int span = Last.DayNumber - First.DayNumber;
        return span == 0 ? 0.5 : (day.DayNumber - First.DayNumber) / (double)span;
    }

    private static DateOnly FirstTick(DateOnly first, int step)
    {
        int monthNumber = (first.Year * MonthsPerYear) + first.Month - 1;
        int aligned = (monthNumber + step - 1) / step * step;
        if (first.Day > 1 && aligned == monthNumber)
        {
            aligned += step;
        }

        return new DateOnly(aligned / MonthsPerYear, (aligned % MonthsPerYear) + 1, 1);
    }

    private static DateTick Label(DateOnly day, int step, bool isFirst)
    {
        string year = day.Year.ToString(CultureInfo.InvariantCulture);
        return step >= MonthsPerYear
            ? new DateTick(day, year, null)
            : new DateTick(day, day.ToString("MMM", CultureInfo.InvariantCulture), isFirst || day.Month == 1 ? year : null);
    }
}
