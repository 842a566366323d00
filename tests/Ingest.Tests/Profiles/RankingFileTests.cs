using Ingest.DataFiles;
using Insights;
using Insights.Detection.Scanning;
using Shouldly;
using Xunit;

namespace Ingest.Tests.Profiles;

/// <summary>The weights that put a signal first are data: the shipped file, a changed one, and files that are wrong.</summary>
public sealed class RankingFileTests : IDisposable
{
    private const string Right = """
        name: ranking
        version: "2"
        mostEvidence: 5
        mostSize: 2.5
        grave: 7
        mostSpread: 1
        lostAQuarter: 0
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("insights-ranking-").FullName;

    public RankingFileTests() => Directory.CreateDirectory(Path.Combine(folder, "taxonomy"));

    [Fact]
    public void ShippedFile_IsWhatTheProgramHasBuiltIn() => DataFolder.Find().LoadRanking().ShouldBe(new RankingWeights());

    [Fact]
    public void ChangedFile_ChangesTheWeights() => Load(Right).ShouldBe(new RankingWeights { MostEvidence = 5, MostSize = 2.5, Grave = 7, MostSpread = 1, MostVulnerability = 0, MostRecurrence = 0, LostAQuarter = 0 });

    [Fact]
    public void NoFile_IsTheBuiltInWeights() => new DataFolder(folder).LoadRanking().ShouldBe(new RankingWeights());

    [Theory]
    [InlineData("grave: 7", "grave: many", "'many'", "a number from 0 to 100")]
    [InlineData("grave: 7", "grave: -1", "'-1'", "a number from 0 to 100")]
    [InlineData("mostSize: 2.5", "mostSize: 1000", "'1000'", "a number from 0 to 100")]
    [InlineData("grave: 7", "gravity: 7", "gravity", "grave")]
    [InlineData("grave: 7\n", "", "grave", "ranking.yaml")]
    public void WrongFile_IsASentenceThatNamesFileAndKey(string from, string to, params string[] named)
    {
        string message = Should.Throw<InputErrorException>(() => Load(Right.Replace(from, to, StringComparison.Ordinal))).Message;

        message.ShouldContain("ranking.yaml");
        named.ShouldAllBe(part => message.Contains(part, StringComparison.Ordinal), message);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private RankingWeights Load(string text)
    {
        File.WriteAllText(Path.Combine(folder, "ranking.yaml"), text);
        return new DataFolder(folder).LoadRanking();
    }
}
