using Ingest.DataFiles;
using Insights.Clocks;
using Shouldly;
using Xunit;

namespace Ingest.Tests.Clocks;

/// <summary>The shipped calendar against dates worked out by hand.</summary>
public sealed class CalendarTests
{
    private static readonly WorkingDayCalendar Calendar = DataFolder.Find().LoadCalendar("england-and-wales");

    [Theory]

    // Over Christmas 2024 and New Year's Day: 25, 26 December and 1 January are holidays.
    [InlineData("2024-12-16", 20, "2025-01-16")]

    // 25 and 26 December 2021 were a Saturday and a Sunday: 27 and 28 were holidays in their place, and Monday 3 January for the 1st.
    [InlineData("2021-12-24", 5, "2022-01-05")]

    // Over Easter 2025: Good Friday 18 April, Easter Monday 21 April; then 5 May and 26 May.
    [InlineData("2025-04-14", 5, "2025-04-23")]
    [InlineData("2025-04-14", 20, "2025-05-15")]

    // The Platinum Jubilee moved the spring holiday of 2022 to 2 June and added the 3rd; 30 May was worked.
    [InlineData("2022-05-27", 5, "2022-06-07")]

    // The Queen's funeral, 19 September 2022.
    [InlineData("2022-09-16", 1, "2022-09-20")]

    // Received on a Saturday: Monday is day 1.
    [InlineData("2025-02-01", 5, "2025-02-07")]
    [InlineData("2025-02-28", 20, "2025-03-28")]
    public void WorkingDays_SkipWeekendsAndBankHolidays(string received, int days, string due)
    {
        DateOnly start = DateOnly.Parse(received, null);
        DateOnly end = DateOnly.Parse(due, null);

        Calendar.AddWorkingDays(start, days).ShouldBe(end);
        Calendar.WorkingDaysBetween(start, end).ShouldBe(days);
    }

    [Fact]
    public void YearsTheCalendarDoesNotCover_AreNotKnown()
    {
        DateOnly afterLast = new(Calendar.LastYear + 1, 3, 3);
        DateOnly beforeFirst = new(Calendar.FirstYear - 1, 3, 3);

        Calendar.AddWorkingDays(afterLast, 20).ShouldBeNull();
        Calendar.AddWorkingDays(beforeFirst, 20).ShouldBeNull();
        Calendar.AddWorkingDays(new DateOnly(Calendar.LastYear, 12, 20), 20).ShouldBeNull();
        Calendar.WorkingDaysBetween(new DateOnly(Calendar.LastYear, 12, 20), afterLast).ShouldBeNull();
        Calendar.WorkingDaysBetween(beforeFirst, new DateOnly(Calendar.FirstYear, 3, 3)).ShouldBeNull();
    }
}
