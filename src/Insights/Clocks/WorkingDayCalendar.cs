namespace Insights.Clocks;

/// <summary>Which days are worked: Monday to Friday without bank holidays.</summary>
/// <param name="name">Name of the calendar, such as <c>england-and-wales</c>.</param>
/// <param name="firstYear">First year whose bank holidays are known.</param>
/// <param name="lastYear">Last year whose bank holidays are known; what lies outside the known years is not known, never guessed.</param>
/// <param name="holidays">The bank holidays.</param>
public sealed class WorkingDayCalendar(string name, int firstYear, int lastYear, IEnumerable<DateOnly> holidays)
{
    private readonly HashSet<DateOnly> holidays = [.. holidays];

    public string Name { get; } = name;

    public int FirstYear { get; } = firstYear;

    public int LastYear { get; } = lastYear;

    /// <summary>True when the bank holidays of the day's year are known.</summary>
    public bool Covers(DateOnly day) => day.Year >= FirstYear && day.Year <= LastYear;

    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

    /// <summary>
    /// The working day that ends a standard of <paramref name="workingDays"/> counted from the day after <paramref name="start"/>: for a complaint
    /// received on a Monday and 5 working days, the Monday after. Null when the bank holidays of any day in between are not known.
    /// </summary>
    /// <param name="start">The day the clock starts; itself day 0, whether worked or not.</param>
    /// <param name="workingDays">0 or more.</param>
    public DateOnly? AddWorkingDays(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        DateOnly day = start;
        int left = workingDays;
        while (left > 0 && Covers(day))
        {
            day = day.AddDays(1);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return Covers(start) && Covers(day) ? day : null;
    }

    /// <summary>
    /// Working days after <paramref name="start"/> up to and including <paramref name="end"/>; 0 when the end is not after the start. Null when the bank
    /// holidays of either year are not known.
    /// </summary>
    public int? WorkingDaysBetween(DateOnly start, DateOnly end)
    {
        if (!Covers(start) || !Covers(end))
        {
            return null;
        }

        int count = 0;
        for (DateOnly day = start.AddDays(1); day <= end; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }
}
