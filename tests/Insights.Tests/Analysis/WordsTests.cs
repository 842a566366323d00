using Insights.Complaints;
using Insights.Detection.Scanning;
using Shouldly;
using Xunit;

namespace Insights.Tests.Analysis;

public sealed class WordsTests
{
    [Theory]
    [InlineData(0.000025, "about once in 40,000")]
    [InlineData(0.0123, "about once in 80")]
    [InlineData(1e-9, "less than once in a million")]
    [InlineData(0, "less than once in a million")]
    public void Rarity_IsRoundedToOneFigure(double pValue, string expected) => WordsFor.Rarity(Math.Log(pValue)).ShouldBe(expected);

    [Fact]
    public void Spans_ReadAsPeopleSayThem()
    {
        Period week = Period.Containing(Interval.Week, new DateOnly(2026, 4, 27));
        Period month = Period.Containing(Interval.Month, new DateOnly(2026, 1, 1));

        WordsFor.Span(week.Add(-4), week).ShouldBe("the five weeks to 3 May 2026");
        WordsFor.Span(week, week).ShouldBe("the week to 3 May 2026");
        WordsFor.Span(month.Add(-29), month).ShouldBe("the 30 months to January 2026");
        WordsFor.Span(month, month).ShouldBe("January 2026");
    }
}
