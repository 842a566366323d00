namespace Ingest.Store.Counting;

/// <summary>A range of days as the whole months within it, which are added up beforehand, and the days at its two ends that fill no month.</summary>
/// <param name="FirstMonth">First day of the first whole month.</param>
/// <param name="LastMonth">First day of the last whole month; before <paramref name="FirstMonth"/> when there is none.</param>
/// <param name="Edges">At most two ranges of days, each within one month.</param>
internal sealed record MonthSpan(DateOnly FirstMonth, DateOnly LastMonth, IReadOnlyList<(DateOnly From, DateOnly To)> Edges)
{
    public bool HasMonths => FirstMonth <= LastMonth;

    /// <param name="from">First day.</param>
    /// <param name="to">Last day; a range that ends before it begins has no days.</param>
    public static MonthSpan Between(DateOnly from, DateOnly to)
    {
        DateOnly firstMonth = MonthOf(from);
        DateOnly lastMonth = MonthOf(to);
        bool startsWhole = from == firstMonth;
        bool endsWhole = to == LastDayOf(lastMonth);
        if (from > to)
        {
            return new MonthSpan(DateOnly.MaxValue, DateOnly.MinValue, []);
        }

        if (firstMonth == lastMonth)
        {
            return startsWhole && endsWhole ? new MonthSpan(firstMonth, lastMonth, []) : new MonthSpan(DateOnly.MaxValue, DateOnly.MinValue, [(from, to)]);
        }

        // The first month is not the last, so the one after the first and the one before the last exist.
        List<(DateOnly, DateOnly)> edges = startsWhole ? [] : [(from, LastDayOf(firstMonth))];
        if (!endsWhole)
        {
            edges.Add((lastMonth, to));
        }

        return new MonthSpan(startsWhole ? firstMonth : firstMonth.AddMonths(1), endsWhole ? lastMonth : lastMonth.AddMonths(-1), edges);
    }

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>Not the day before the next month: the last month of the calendar has none.</summary>
    public static DateOnly LastDayOf(DateOnly month) => new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));
}
