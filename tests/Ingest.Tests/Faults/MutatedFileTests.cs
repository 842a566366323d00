using Ingest.DataFiles;
using Ingest.Profiles;
using Shouldly;
using TestSupport.Files;
using Xunit;

namespace Ingest.Tests.Faults;

/// <summary>Damaged files of every format, of which no line may vanish unnamed; the benchmark <c>faults mutate</c> reads ten thousand of them.</summary>
public sealed class MutatedFileTests
{
    private const int Files = 400;

    [Fact]
    public void DamagedFilesOfEveryFormat_GiveRowsOrSentences()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-test-");
        try
        {
            ImportProfile profile = DataFolder.Find().LoadProfile("home-office-sample");
            List<DamagedReading> readings = [.. Enumerable.Range(0, Files).Select(number => DamagedReading.Of(MutatedFiles.Write(folder.FullName, number), profile, MutatedFiles.ContentOf(number)))];

            readings.Sum(reading => reading.Accepted).ShouldBeGreaterThan(0);
            readings.Sum(reading => reading.Refused).ShouldBeGreaterThan(0);
            readings.Sum(reading => reading.Failures).ShouldBeGreaterThan(0);
            readings.Where(reading => reading == new DamagedReading(0, 0, 0)).Count().ShouldBeLessThan(Files / 10);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
