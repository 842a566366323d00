using Ingest.Series;
using Insights;
using Xunit;

namespace Ingest.Tests.Series;

public sealed class SeriesColumnsTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");

    [Fact]
    public void Read_WithSeveralNamedColumns_JoinsThemToOneSeries()
    {
        File.WriteAllText(path, "scenario,replicate,week,cases\n1,1,1,4\n1,2,1,9\n1,1,2,5\n1,2,2,0\n");

        SeriesFile file = SeriesFile.Read(path, SeriesColumns.Named("scenario, replicate", "week", "cases", "population"));

        Assert.Equal(["1/1", "1/2"], file.Series.Select(series => series.Name));
        Assert.Equal([4, 5], file.Series[0].Counts);
        Assert.Equal([9, 0], file.Series[1].Counts);
    }

    [Fact]
    public void Read_WithAColumnTheFileLacks_NamesItAndTheColumnsFound()
    {
        File.WriteAllText(path, "scenario,week,cases\n1,1,4\n");

        InputErrorException problem = Assert.Throws<InputErrorException>(() => SeriesFile.Read(path, SeriesColumns.Named("area", "week", "cases", "population")));

        Assert.Contains("no column \"area\"", problem.Message, StringComparison.Ordinal);
        Assert.Contains("\"scenario\", \"week\", \"cases\"", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_WithoutASeriesColumn_SaysWhatIsExpected() =>
        Assert.Contains("Expected the name of a column", Assert.Throws<InputErrorException>(() => SeriesColumns.Named(" , ", "week", "cases", "population")).Message, StringComparison.Ordinal);

    public void Dispose() => File.Delete(path);
}
