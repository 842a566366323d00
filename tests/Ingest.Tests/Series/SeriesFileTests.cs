using Ingest.Series;
using Insights;
using Shouldly;
using Xunit;

namespace Ingest.Tests.Series;

public sealed class SeriesFileTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("a,1,-3", "line 2, column count: found \"-3\", expected a whole number from 0 to 2,147,483,647.")]
    [InlineData("a,1,NaN", "line 2, column count: found \"NaN\"")]
    [InlineData("a,1,", "line 2, column count: found \"\"")]
    [InlineData("a,1,2.5", "line 2, column count: found \"2.5\"")]
    [InlineData("a,1,99999999999", "line 2, column count: found \"99999999999\"")]
    [InlineData("a,1,Infinity", "line 2, column count: found \"Infinity\"")]
    [InlineData("a,soon,1", "line 2, column period: found \"soon\"")]
    [InlineData("a,1,1\na,soon,1", "line 3, column period: found \"soon\"")]
    [InlineData("a,1,1\na,1,2", "line 3, column period: series \"a\" has period 1 twice.")]
    [InlineData("a,1,1\na,900000000,2", "900000000 periods. Expected at most 100000")]
    public void BadRow_IsNamedByLineColumnFoundAndExpected(string rows, string message) =>
        Should.Throw<InputErrorException>(() => Read("series,period,count\n" + rows)).Message.ShouldContain(message);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("NaN")]
    [InlineData("")]
    public void PopulationThatCannotBe_IsNamed(string population) =>
        Should.Throw<InputErrorException>(() => Read($"series,period,count,population\na,1,1,{population}")).Message.ShouldContain("line 2, column population");

    [Fact]
    public void MissingColumn_IsNamedWithTheColumnsThereAre() =>
        Should.Throw<InputErrorException>(() => Read("series,week,count\na,1,1")).Message.ShouldContain("no column \"period\". Its columns are: \"series\", \"week\", \"count\"");

    [Theory]
    [InlineData("")]
    [InlineData("series,period,count\n")]
    public void EmptyFile_IsSaid(string text) => Should.Throw<InputErrorException>(() => Read(text));

    [Fact]
    public void RowsInAnyOrder_AreSorted_AndGapsAreZeroAndMarked()
    {
        NamedSeries series = Read("series,period,count\na,2025-01-20,4\na,2025-01-06,2\na,2025-02-03,1\n").Series.ShouldHaveSingleItem();

        series.Counts.ShouldBe([2, 0, 4, 0, 1]);
        series.IsFilled.ShouldBe([false, true, false, true, false]);
        series.Labels.ShouldBe(["2025-01-06", "2025-01-13", "2025-01-20", "2025-01-27", "2025-02-03"]);
    }

    [Theory]
    [InlineData("2024-12,2025-01", 12)]
    [InlineData("2024-W52,2025-W01", 52.18)]
    [InlineData("2024-Q4,2025-Q1", 4)]
    [InlineData("1,2", 52)]
    public void PeriodsOfAnyKind_FollowEachOther(string labels, double periodsPerYear)
    {
        string[] pair = labels.Split(',');
        SeriesFile file = Read($"series,period,count\na,{pair[0]},1\na,{pair[1]},2\n");

        file.Series.ShouldHaveSingleItem().Counts.ShouldBe([1, 2]);
        file.Labels.PeriodsPerYear.ShouldBe(periodsPerYear, 0.01);
    }

    private SeriesFile Read(string text)
    {
        File.WriteAllText(path, text);
        return SeriesFile.Read(path);
    }
}
