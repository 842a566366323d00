using Insights.Aggregation;
using Insights.Complaints;
using Shouldly;
using Xunit;

namespace Insights.Tests.Analysis;

public sealed class CollectionCountsTests
{
    private static readonly SeriesKey All = new(ComplaintWorld.Name, Slice.All);

    [Fact]
    public void Gaps_AreZeros()
    {
        PeriodCounts counts = Build(new DateOnly(2023, 1, 29), Day(2023, 1, 2, 3), Day(2023, 1, 17, 2)).All;

        counts.Complaints.ShouldBe([3, 0, 2, 0]);
        counts.JudgedPeriods.ShouldBe(4);
    }

    [Fact]
    public void PeriodThatIsNotOver_IsKeptButNotJudged()
    {
        PeriodCounts counts = Build(new DateOnly(2023, 1, 12), Day(2023, 1, 2, 3), Day(2023, 1, 10, 4)).All;

        counts.Complaints.ShouldBe([3, 4]);
        counts.JudgedPeriods.ShouldBe(1);
    }

    [Fact]
    public void FirstPeriodBegunInItsMiddle_IsLeftOut()
    {
        PeriodCounts counts = Build(new DateOnly(2023, 1, 15), Day(2023, 1, 5, 3), Day(2023, 1, 9, 4)).All;

        counts.First.Start.ShouldBe(new DateOnly(2023, 1, 9));
        counts.Complaints.ShouldBe([4]);
    }

    [Fact]
    public void UndatedComplaints_AreCountedApart()
    {
        PeriodCounts counts = Build(new DateOnly(2023, 1, 8), Day(2023, 1, 2, 3), new DailyCount(All, null, 5, 5)).All;

        counts.Undated.ShouldBe(5);
        counts.Complaints.ShouldBe([3]);
    }

    [Fact]
    public void MistypedYear_PutsNoYearsOfZerosBefore()
    {
        DailyCount[] usual = [.. Enumerable.Range(0, 20).Select(week => new DailyCount(All, new DateOnly(2023, 1, 2).AddDays(7 * week), 40, 40))];

        PeriodCounts counts = Build(new DateOnly(2023, 5, 21), [new DailyCount(All, new DateOnly(1999, 1, 4), 1, 1), .. usual]).All;

        counts.Complaints.Count.ShouldBe(20);
    }

    [Fact]
    public void PeriodsKnownToBeIncomplete_AreNotJudged()
    {
        CollectionCountsBuilder builder = new(ComplaintWorld.Collection() with { IncompletePeriods = 2 }, new DateOnly(2023, 1, 29));
        builder.Add([Day(2023, 1, 2, 3), Day(2023, 1, 23, 1)]);

        builder.Build().ShouldNotBeNull().JudgedPeriods.ShouldBe(2);
    }

    [Fact]
    public void ReplayOfAnEarlierDay_HasPeriodsThatAreCompleteToday()
    {
        CollectionCountsBuilder builder = new(ComplaintWorld.Collection() with { IncompletePeriods = 2 }, new DateOnly(2023, 1, 29), new DateOnly(2023, 3, 5));
        builder.Add([Day(2023, 1, 2, 3), Day(2023, 1, 23, 1)]);

        builder.Build().ShouldNotBeNull().JudgedPeriods.ShouldBe(4);
    }

    private static CollectionCounts Build(DateOnly asOf, params DailyCount[] rows)
    {
        CollectionCountsBuilder builder = new(ComplaintWorld.Collection(), asOf);
        builder.Add(rows);
        return builder.Build().ShouldNotBeNull();
    }

    private static DailyCount Day(int year, int month, int day, int complaints) => new(All, new DateOnly(year, month, day), complaints, complaints);
}
