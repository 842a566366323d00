using System.Globalization;
using Dashboard.Verbs;
using Ingest;
using Ingest.DataFiles;
using Ingest.Store;
using Insights;
using Insights.Complaints;
using Insights.Detection;
using Microsoft.Data.Sqlite;

namespace Dashboard.Tests.Verbs;

/// <summary>What <c>demo</c> shows a newcomer: the shipped sample coded by the shipped model has its seven planted stories, by name, and little else.</summary>
public sealed class SampleStoriesTests(SampleStoriesTests.Analysed analysed) : IClassFixture<SampleStoriesTests.Analysed>
{
    private const int MostOthers = 3;

    /// <summary>The stories as samples/README.md tells them: what the signal is of, a day within it, and the artefact it is.</summary>
    public static TheoryData<string, string, string?> Stories => new()
    {
        { "Theme=lost_or_damaged_documents Office=Liverpool", "2026-09-14", null },
        { "BusinessArea=UKVI Theme=delay_or_missed_deadline", "2026-09-28", null },
        { "Theme=staff_conduct Office=Manchester", "2025-10-20", null },
        { "BusinessArea=UKVI Theme=failure_to_follow_procedure", "2026-06-15", "campaign" },
        { "Office=Sheffield Vulcan House", "2026-03-30", "recording_change" },
        { "Office=Dover", "2026-10-05", null },
        { "BusinessArea=UKVI Theme=digital_service_problem", "2026-10-12", null },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void Story_IsASignalOfItsOwnName(string facets, string day, string? artefact)
    {
        DateOnly within = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

        Signal signal = analysed.Report.Signals
            .Where(signal => Facets(signal.Key) == facets && signal.Since.Start <= within && signal.Period.End >= within)
            .ShouldHaveSingleItem(string.Join("; ", analysed.Report.Signals.Select(signal => $"{signal.Title} {signal.Since} to {signal.Period}")));

        signal.Artefact.ShouldBe(artefact);
    }

    [Fact]
    public void Silence_IsAFall()
    {
        Signal dover = analysed.Report.Signals.Single(signal => Facets(signal.Key) == "Office=Dover");

        (dover.Observed, dover.Method).ShouldBe((0, "silence"));
        dover.Since.Start.ShouldBe(new DateOnly(2026, 8, 17));
    }

    [Fact]
    public void Nothing_IsSaidInWordsNotAsLessThanATenth()
    {
        analysed.Report.Signals.Single(signal => Facets(signal.Key) == "Office=Dover").Explanation!.Paragraph!.ShouldContain("since then there have been none");
        analysed.Report.Signals.Single(signal => Facets(signal.Key) == "Office=Sheffield Vulcan House").Explanation!.Paragraph!.ShouldContain("In the year before there were none;");
    }

    [Fact]
    public void PrintedTable_NamesSignalsAndArtefactsInFullAndInWords()
    {
        string table = SignalTable.Text(analysed.Report);

        analysed.Report.Signals.ShouldAllBe(signal => table.Contains($"{signal.Rank,3}. {signal.Title} ", StringComparison.Ordinal));
        table.ShouldContain("Likely an artefact: a letter campaign.");
        table.ShouldContain("Likely an artefact: a change in how complaints are recorded.");
        table.ShouldNotContain("recording_change");
    }

    [Fact]
    public void NothingElse_OrLittle()
    {
        HashSet<string> told = [.. Stories.Select(story => (string)story[0])];

        analysed.Report.Signals.Where(signal => !told.Contains(Facets(signal.Key))).Select(signal => signal.Title).ToArray().Length.ShouldBeLessThanOrEqualTo(MostOthers);
    }

    private static string Facets(SeriesKey key) => string.Join(' ', key.Facets.Select(facet => $"{facet.Key}={facet.Value}"));

    public sealed class Analysed : IAsyncLifetime
    {
        private readonly string folder = Directory.CreateTempSubdirectory("insights-sample-").FullName;

        public StorageOptions Storage => StorageOptions.ForFile(Path.Combine(folder, "sample.db"));

        public AnalysisReport Report { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            DataFolder data = DataFolder.Find();
            StorageOptions storage = Storage;
            string file = Path.Combine(Path.GetDirectoryName(data.Path)!, "samples", "complaints.csv");
            await new ImportRun(storage, data, TimeProvider.System).RunAsync([file], data.LoadProfile("home-office-sample"), progress: null, CancellationToken.None);
            Report = await AnalyseVerb.RunAsync(storage, data, new AnalysisOptions(), asOf: null, CancellationToken.None);
        }

        public Task DisposeAsync()
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        }
    }
}
