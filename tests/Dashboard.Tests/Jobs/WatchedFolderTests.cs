using System.Text.Json;
using Dashboard.Jobs;
using Dashboard.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using TestSupport.Files;

namespace Dashboard.Tests.Jobs;

/// <summary>The watched folder for real: files are dropped, the job looks every second, each ends in its place with a report beside.</summary>
public sealed class WatchedFolderTests : IDisposable
{
    private const string Profile = "home-office-sample";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-watched-");

    [Fact]
    public async Task DroppedFiles_EndInDoneOrFailedWithAReportBeside()
    {
        await using RunningDashboard running = await RunningDashboard.StartAsync(isEmpty: true, runsJobs: true, imports: new ImportSettings { WatchedFolder = folder.FullName, PollSeconds = 1 });
        await WaitForAsync(() => Directory.Exists(PathOf(Profile)));
        Drop($"{Profile}/good.csv", SampleRows.FiveRows);
        Drop($"{Profile}/other.csv", "this,is\r\nanother,file");
        Drop($"{Profile}/.partial", "hidden");
        Drop("nowhere.csv", "a,b");

        JsonElement good = await ReportAsync($"{Profile}/done/good.csv");
        good.GetProperty("read").GetInt32().ShouldBe(5);
        good.GetProperty("accepted").GetInt32().ShouldBe(3);
        good.GetProperty("quarantined").GetInt32().ShouldBe(2);
        good.GetProperty("imports")[0].GetProperty("id").GetInt64().ShouldBe(1);
        File.Exists(PathOf($"{Profile}/good.csv")).ShouldBeFalse();

        string failure = (await ReportAsync($"{Profile}/failed/other.csv")).GetProperty("failures")[0].GetString()!;
        failure.ShouldContain("no file of the profile");
        failure.ShouldNotContain(folder.FullName);
        (await ReportAsync("failed/nowhere.csv")).GetProperty("failures")[0].GetString()!.ShouldContain(Profile);
        File.Exists(PathOf($"{Profile}/.partial")).ShouldBeTrue();

        Drop($"{Profile}/good.csv", SampleRows.FiveRows);
        await WaitForAsync(() => Directory.EnumerateFiles(PathOf($"{Profile}/done"), "*-good.csv").Any());
        await using var store = running.Store.Open();
        (await store.Complaints.CountAsync()).ShouldBe(3, "the same file again changes nothing");
    }

    [Fact]
    public void FileThatIsStillGrowing_IsLeftAlone()
    {
        using RunningFolder watched = new(folder.FullName);
        Drop($"{Profile}/a.csv", "one");

        watched.Folder.Complete().ShouldBeEmpty("it has been seen once only");
        File.AppendAllText(PathOf($"{Profile}/a.csv"), " more");
        watched.Folder.Complete().ShouldBeEmpty("it has grown since");
        watched.Folder.Complete().ShouldHaveSingleItem().Profile.ShouldBe(Profile);
    }

    [Fact]
    public void FilesInFoldersWithin_AreTaken_AndWhatFailedIsNotTakenAgain()
    {
        using RunningFolder watched = new(folder.FullName);
        Drop($"{Profile}/2025/march/a.csv", "one");
        Drop("nowhere.csv", "two");
        watched.Folder.Complete();

        (string Path, string? Profile)[] complete = [.. watched.Folder.Complete()];
        complete.Select(file => file.Profile).ShouldBe([Profile, null]);
        watched.Folder.Finish(complete[0].Path, report: null, []);
        watched.Folder.Finish(complete[1].Path, report: null, ["It lies in no profile's folder."]);

        File.Exists(PathOf($"{Profile}/done/2025/march/a.csv")).ShouldBeTrue();
        File.Exists(PathOf("failed/nowhere.csv.report.json")).ShouldBeTrue();
        watched.Folder.Complete();
        watched.Folder.Complete().ShouldBeEmpty();
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private void Drop(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), content);
    }

    private async Task<JsonElement> ReportAsync(string name)
    {
        await WaitForAsync(() => File.Exists(PathOf(name)));
        return JsonDocument.Parse(await File.ReadAllTextAsync(PathOf(name) + ".report.json")).RootElement;
    }

    private static async Task WaitForAsync(Func<bool> condition)
    {
        using CancellationTokenSource patience = new(Patience);
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
        }
    }

    private sealed class RunningFolder(string path) : IDisposable
    {
        private readonly TestSupport.StoreUnderTest store = TestSupport.StoreUnderTest.CreateEmpty(Ingest.Store.StorageProvider.Sqlite);

        public WatchedFolder Folder
        {
            get
            {
                Ingest.DataFiles.DataFolder data = Ingest.DataFiles.DataFolder.Find();
                return field ??= new WatchedFolder(new ImportSettings { WatchedFolder = path }, new Dashboard.Pages.Shared.ProfileCatalogue(data, new SavedProfiles(store.Options, data)), TimeProvider.System);
            }
        }

        public void Dispose() => store.Folder.Delete(recursive: true);
    }
}
