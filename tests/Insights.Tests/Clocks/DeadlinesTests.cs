using Insights.Clocks;
using Shouldly;
using Xunit;

namespace Insights.Tests.Clocks;

/// <summary>Dates worked out by hand with a calendar on the wall.</summary>
public sealed class DeadlinesTests
{
    [Theory]
    [InlineData("2026-09-04", 3, "2026-12-04")]
    [InlineData("2025-11-30", 3, "2026-02-28")]
    [InlineData("2023-11-30", 3, "2024-02-29")]
    [InlineData("2025-01-31", 3, "2025-04-30")]
    [InlineData("2025-02-28", 3, "2025-05-28")]
    [InlineData("2025-08-31", 6, "2026-02-28")]
    public void Months_EndOnTheSameDayOrTheMonthsLast(string start, int months, string end) =>
        Deadlines.MonthsAfter(DateOnly.Parse(start, null), months).ShouldBe(DateOnly.Parse(end, null));

    [Fact]
    public void EightWeeks_EndOnTheSameWeekday() => Deadlines.WeeksAfter(new DateOnly(2024, 12, 20), 8).ShouldBe(new DateOnly(2025, 2, 14));

    [Theory]
    [InlineData("2025-06-02", "2025-06-01", ReferralState.NoFinalResponse)]
    [InlineData("2025-06-01", "2025-06-01", ReferralState.InTime)]
    [InlineData("2025-02-28", "2025-05-28", ReferralState.InTime)]
    [InlineData("2025-02-28", "2025-05-29", ReferralState.OutOfTime)]
    [InlineData("2025-11-30", "2026-02-28", ReferralState.InTime)]
    [InlineData("2025-11-30", "2026-03-01", ReferralState.OutOfTime)]
    [InlineData(null, "2025-06-01", ReferralState.NotKnown)]
    [InlineData("2025-06-01", null, ReferralState.NotKnown)]
    [InlineData(null, null, ReferralState.NotKnown)]
    public void Referral_FollowsFromTheDates(string? responded, string? referred, ReferralState expected) =>
        Deadlines.Referral(new ReferralDates(null, Day(responded), Day(referred)), 3).ShouldBe(expected);

    [Theory]
    [InlineData("2025-06-01", ReferralState.NoFinalResponse)]
    [InlineData(null, ReferralState.NotKnown)]
    public void Referral_WhereAnEmptyResponseMeansNone_IsWithoutOne(string? referred, ReferralState expected) =>
        Deadlines.Referral(new ReferralDates(null, null, Day(referred), IsUnanswered: true), 3).ShouldBe(expected);

    // Received on Friday 20 December 2024: the eight weeks end on Friday 14 February 2025.
    [Theory]
    [InlineData("2024-12-20", "2025-03-10", "2025-02-14", ReferralState.NoFinalResponse)]
    [InlineData("2024-12-20", "2025-03-10", "2025-02-15", ReferralState.InTime)]
    [InlineData(null, "2025-03-10", "2025-02-15", ReferralState.NotKnown)]
    [InlineData("2024-12-20", "2025-03-10", "2025-09-10", ReferralState.InTime)]
    [InlineData("2024-12-20", "2025-03-10", "2025-09-11", ReferralState.OutOfTime)]
    [InlineData("2024-12-20", null, "2025-09-11", ReferralState.NotKnown)]
    public void ReferralOfProvider_NeedsNoResponseOnceTheWeeksHavePassed(string? received, string? responded, string referred, ReferralState expected) =>
        Deadlines.ReferralOfProvider(new ReferralDates(Day(received), Day(responded), Day(referred)), 8, 6).ShouldBe(expected);

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, null);
}
