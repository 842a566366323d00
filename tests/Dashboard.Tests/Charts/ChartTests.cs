using System.Xml.Linq;
using Dashboard.Charts;
using Insights.Complaints;

namespace Dashboard.Tests.Charts;

public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(0, new double[] { 0, 1 })]
    [InlineData(3, new double[] { 0, 1, 2, 3 })]
    [InlineData(17, new double[] { 0, 5, 10, 15, 20 })]
    [InlineData(980, new double[] { 0, 200, 400, 600, 800, 1000 })]
    public void ValueAxis_Counts_HasRoundTicksThatCoverTheLargest(double largest, double[] expected) =>
        ValueAxis.Covering(largest, ValueFormat.Count, maximumSteps: 5).Ticks.ShouldBe(expected);

    [Fact]
    public void ValueAxis_Share_NeverPassesAHundredPercent() => ValueAxis.Covering(0.97, ValueFormat.Percent, maximumSteps: 3).Maximum.ShouldBeLessThanOrEqualTo(1);

    [Fact]
    public void DateAxis_ThreeYears_HasTicksAtFirstDaysInsideTheRange()
    {
        DateAxis axis = DateAxis.Between(new DateOnly(2022, 3, 15), new DateOnly(2025, 3, 14), maximumTicks: 8);

        axis.Ticks.Count.ShouldBeInRange(3, 8);
        axis.Ticks.ShouldAllBe(tick => tick.Day.Day == 1 && tick.Day >= axis.First && tick.Day <= axis.Last);
    }

    [Fact]
    public void LineChart_WithRange_IsWellFormedAndNamesItselfForThoseWhoCannotSeeIt()
    {
        XElement drawing = Draw(Points());

        drawing.Attribute("role")!.Value.ShouldBe("img");
        string[] named = drawing.Attribute("aria-labelledby")!.Value.Split(' ');
        drawing.Elements().Where(element => element.Attribute("id") is { } id && named.Contains(id.Value)).Select(element => element.Name.LocalName).ShouldBe(["title", "desc"]);
    }

    [Fact]
    public void LineChart_TitleWithMarkup_IsText() =>
        XElement.Parse(LineChartSvg.Draw(Chart(Points()) with { Title = "<script>&" }, ChartSize.Wide)).Element(Svg + "title")!.Value.ShouldBe("<script>&");

    [Fact]
    public void LineChart_Alarm_HasAShapeOfItsOwnAndAWordInTheKey()
    {
        XElement drawing = Draw(Points());

        drawing.Elements(Svg + "path").Count().ShouldBe(2, "one in the chart, one in the key");
        drawing.Elements(Svg + "text").Select(text => text.Value).ShouldContain("outside the usual range");
    }

    [Fact]
    public void LineChart_LastPeriodPartial_IsHollowAndJoinedByADashedLine()
    {
        XElement drawing = Draw(Points());

        drawing.Elements(Svg + "polyline").Count(line => line.Attribute("stroke-dasharray")?.Value == "2 4").ShouldBe(1);
        drawing.Elements(Svg + "text").Select(text => text.Value).ShouldContain("not complete yet");
    }

    [Fact]
    public void LineChart_FirstPeriodPartial_StandsAloneAndDoesNotBreakTheLine()
    {
        ChartPoint[] points = Points();
        points[0] = points[0] with { IsPartial = true };

        string[] solid = [.. Draw(points).Elements(Svg + "polyline").Where(line => line.Attribute("stroke-dasharray")?.Value == "none").Select(line => line.Attribute("points")!.Value)];

        solid.Single().Split(' ').Length.ShouldBe(points.Length - 2);
    }

    [Fact]
    public void LineChart_UnknownValue_BreaksTheLine()
    {
        ChartPoint[] points = Points();
        points[3] = points[3] with { Value = null };

        Draw(points).Elements(Svg + "polyline").Count(line => line.Attribute("stroke-dasharray")?.Value == "none").ShouldBe(2);
    }

    [Fact]
    public void Numbers_AreWrittenForPeople()
    {
        ChartNumber.Write(1204, ValueFormat.Count).ShouldBe("1,204");
        ChartNumber.Write(1.84, ValueFormat.Count).ShouldBe("1.8");
        ChartNumber.Write(0.125, ValueFormat.Percent).ShouldBe("12.5%");
        ChartNumber.Write(null, ValueFormat.Rate).ShouldBe("not known");
    }

    private static XElement Draw(ChartPoint[] points) => XElement.Parse(LineChartSvg.Draw(Chart(points), ChartSize.Wide));

    private static LineChart Chart(IReadOnlyList<ChartPoint> points) => new() { Id = "chart", Title = "Complaints by month", Summary = "Ten months.", Points = points };

    private static ChartPoint[] Points() => [.. Enumerable.Range(0, 10).Select(index => new ChartPoint(Period.Containing(Interval.Month, new DateOnly(2025, 1, 1)).Add(index), index)
    {
        Expected = 2,
        Lower = 0,
        Upper = 4,
        IsAlarm = index == 7,
        IsPartial = index == 9,
    })];
}
