using Dashboard.Pages.Shared;
using Insights.Complaints;
using Insights.Detection;

namespace Dashboard.Tests.Pages;

public sealed class SignalChartsTests
{
    private static readonly Period FirstWeek = Period.Containing(Interval.Week, new DateOnly(2022, 1, 3));

    private static readonly AssessedPeriod[] FourYears =
        [.. Enumerable.Range(0, 208).Select(week => new AssessedPeriod(FirstWeek.Add(week), 1, double.NaN, double.NaN, double.NaN, IsAlarm: false, IsPartial: false))];

    [Theory]
    [InlineData(208, 1, 52)]
    [InlineData(200, 1, 60)]
    [InlineData(200, 2, 104)]
    [InlineData(130, 1, 208 - 130 + 52)]
    [InlineData(20, 1, 208)]
    public void Shown_ReachesFromAYearBeforeTheBeginning(int began, int years, int shown) =>
        SignalCharts.Shown(FourYears, FirstWeek.Add(began).Start, years).Count.ShouldBe(shown);

    [Fact]
    public void Shown_OfNothing_IsNothing() => SignalCharts.Shown([], new DateOnly(2022, 1, 3), 1).ShouldBeEmpty();
}
