using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Dashboard.Setup;
using Dashboard.Tests.Hosting;
using Dashboard.Tests.Verbs;
using Ingest.DataFiles;
using Ingest.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;

namespace Dashboard.Tests.Setup;

/// <summary>A body that the program has never heard of, by the two files that docs/another-body.md shows and nothing else: imported, analysed, seen on the pages.</summary>
public sealed partial class AnotherBodyTests(AnotherBodyTests.Rail rail) : IClassFixture<AnotherBodyTests.Rail>
{
    private const string ByTheme = "/trends?collection=rail-cases&split=Theme&from=2024-01-01&to=2026-06-28";

    [Fact]
    public void Import_AccountsForEveryRow()
    {
        rail.Imported.ExitCode.ShouldBe(0, rail.Imported.Errors);
        JsonElement counts = JsonDocument.Parse(rail.Imported.Output).RootElement;

        // One row has an impossible date and one an outcome that the profile does not know.
        counts.GetProperty("read").GetInt32().ShouldBe(Rail.Complaints + 2);
        counts.GetProperty("accepted").GetInt32().ShouldBe(Rail.Complaints);
        counts.GetProperty("quarantined").GetInt32().ShouldBe(2);
    }

    [Fact]
    public void Analyse_RaisesTheSurgeByTheNamesOfTheFiles()
    {
        rail.Analysed.ExitCode.ShouldBe(0, rail.Analysed.Errors);
        JsonElement[] signals = [.. JsonDocument.Parse(rail.Analysed.Output).RootElement.GetProperty("signals").EnumerateArray()];

        signals.ShouldContain(signal => signal.GetProperty("title").GetString()!.Contains("Access for disabled passengers", StringComparison.Ordinal)
            && signal.GetProperty("title").GetString()!.Contains("Coast Rail", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_UseTheWordsOfTheFiles()
    {
        IDocument overview = await rail.GetPageAsync("/");
        IDocument trends = await rail.GetPageAsync("/trends?collection=rail-cases&measure=Rate&split=Organisation");

        overview.QuerySelector("main")!.TextContent.ShouldContain("Rail cases");
        overview.QuerySelector("main")!.TextContent.ShouldContain("Access for disabled passengers");
        trends.QuerySelector("main")!.TextContent.ShouldContain("train company");
        trends.QuerySelector("main")!.TextContent.ShouldContain("the number of journeys is not known");
    }

    [Fact]
    public async Task SplitByTheme_SomeHaveSeveral_SharesWhatIsMissingOutOfComplaintsNotOfThemes()
    {
        string text = (await rail.GetPageAsync(ByTheme)).QuerySelector("main")!.TextContent;

        text.ShouldContain($"{Rail.Dated:N0} complaints dated");
        text.ShouldContain($"{Rail.Undated} more have no date and are not shown.");
        text.ShouldContain($"{Rail.DatedWithoutTheme} of {Rail.Dated:N0} (");
        text.ShouldContain($"the {Rail.Dated:N0} complaints are counted {Rail.Dated + Rail.DatedWithTwoThemes:N0} times");
    }

    [Fact]
    public async Task SplitByThemeAndCompany_CountsEachComplaintOnceInWhatIsMissing()
    {
        string text = (await rail.GetPageAsync(ByTheme + "&then=Organisation")).QuerySelector("main")!.TextContent;

        // Those without a theme and those without a company are never the same here; of the latter some have two themes.
        text.ShouldContain($"{Rail.Undated} more have no date and are not shown.");
        text.ShouldContain($"{Rail.DatedWithoutTheme + Rail.DatedWithoutCompany} of {Rail.Dated:N0} (");
    }

    /// <summary>130 weeks of complaints from counters, with a surge in the last ten; the files are those of the document.</summary>
    public sealed partial class Rail : IAsyncLifetime
    {
        private const int Weeks = 130;
        private const int SurgeWeeks = 10;
        private const int UsualAWeek = 8;
        private const int SurgeAWeek = 6;
        private static readonly DateOnly FirstMonday = new(2024, 1, 1);
        private static readonly string[] Companies = ["North Line", "Coast Rail", "Metro West", ""];

        private readonly string folder = Directory.CreateTempSubdirectory("insights-rail-").FullName;
        private WebApplication? program;
        private HttpClient? client;

        public static int Complaints => Rows().Count();

        public static int Undated => Rows().Count(row => row[1].Length == 0);

        public static int Dated => Complaints - Undated;

        public static int DatedWithoutTheme => Rows().Count(row => row[1].Length > 0 && row[2] == "Unknown");

        public static int DatedWithTwoThemes => Rows().Count(row => row[1].Length > 0 && row[2].Contains(';', StringComparison.Ordinal));

        public static int DatedWithoutCompany => Rows().Count(row => row[1].Length > 0 && row[3].Length == 0);

        internal VerbProcess Imported { get; private set; } = null!;

        internal VerbProcess Analysed { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            string document = await File.ReadAllTextAsync(Path.Combine(ArchitectureTests.RepositoryRoot(), "docs", "another-body.md"));
            foreach (Match file in FilesOfTheDocument().Matches(document))
            {
                await File.WriteAllTextAsync(In(file.Groups["name"].Value), file.Groups["content"].Value);
            }

            await File.WriteAllLinesAsync(In("cases.csv"),
            [
                "Case,Received,Subjects,Company,Journeys,Outcome,Letter",
                .. Rows().Select(row => string.Join(',', row)),
                "R-X1,31/02/2025,Delay,Metro West,90000000,Yes,",
                "R-X2,01/02/2025,Delay,Metro West,90000000,Perhaps,",
            ]);
            Imported = await VerbProcess.RunAsync("import", In("cases.csv"), "--profile", In("rail-cases.yaml"), "--database", In("rail.db"), "--json");
            Analysed = await VerbProcess.RunAsync("analyse", "--database", In("rail.db"), "--json");
            program = DashboardHost.Create(new DashboardSettings(StorageOptions.ForFile(In("rail.db")), DataFolder.Find(), ["http://127.0.0.1:0"]) { RunsJobs = false });
            await program.StartAsync();
            client = new HttpClient { BaseAddress = new Uri(program.Urls.First()) };
        }

        public async Task DisposeAsync()
        {
            client!.Dispose();
            await program!.StopAsync();
            await program.DisposeAsync();
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }

        public async Task<IDocument> GetPageAsync(string address) => await DashboardFixture.ParseAsync((await client!.GetAsync(address)).EnsureSuccessStatusCode());

        private static IEnumerable<string[]> Rows()
        {
            for (int week = 0; week < Weeks; week++)
            {
                // A week's number varies a little, as any does; which is no surge.
                int usual = UsualAWeek + (week * 7 % 5);
                for (int place = 0; place < usual; place++)
                {
                    int number = (week * 31) + place;
                    string company = Companies[number % Companies.Length];
                    string theme = company.Length > 0 && number % 13 == 0 ? "Unknown" : number % 6 == 0 ? "Delay; Refund" : number % 9 == 0 ? "Access" : "Delay";
                    yield return Row($"R-{week}-{place}", number % 101 == 0 ? null : FirstMonday.AddDays((week * 7) + (place % 7)), theme, company, number % 3 == 0 ? "Yes" : "");
                }

                for (int place = 0; week >= Weeks - SurgeWeeks && place < SurgeAWeek; place++)
                {
                    yield return Row($"R-{week}-S{place}", FirstMonday.AddDays((week * 7) + place), "Access", "Coast Rail", "");
                }
            }
        }

        private static string[] Row(string reference, DateOnly? received, string theme, string company, string outcome) =>
            [reference, received?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "", theme, company, company == "Coast Rail" ? "12000000" : "", outcome, ""];

        private string In(string name) => Path.Combine(folder, name);

        [GeneratedRegex(@"^## [^\n]*`(?<name>[a-z-]+\.yaml)`\s+```yaml\n(?<content>.*?)```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
        private static partial Regex FilesOfTheDocument();
    }
}
