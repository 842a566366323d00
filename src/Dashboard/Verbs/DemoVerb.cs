using System.CommandLine;
using Dashboard.Setup;
using Ingest;
using Ingest.DataFiles;
using Ingest.Store;
using Ingest.Validation;
using Insights;
using Microsoft.Data.Sqlite;

namespace Dashboard.Verbs;

/// <summary><c>demo</c>: a fresh database with the shipped sample, analysed and served: what a newcomer sees first.</summary>
public static class DemoVerb
{
    private const string DefaultFile = "insights-demo.db";
    private const string SampleProfile = "home-office-sample";
    private static readonly string SampleFile = Path.Combine("samples", "complaints.csv");

    /// <summary>What SQLite and the store keep beside a database file.</summary>
    private static readonly string[] Companions = ["", "-wal", "-shm", ".key"];

    public static Command Create()
    {
        Option<string?> database = new("--database") { Description = $"File of the database to make; it must not exist yet. Default: {DefaultFile} here, made anew each time." };
        Option<bool> noServe = new("--no-serve") { Description = "Stop after the analysis instead of serving the pages." };
        Option<string> urls = ServeVerb.Urls();
        Command command = new("demo", "Makes a database with the shipped sample, analyses it, prints the top signals and serves the pages.") { database, noServe, urls };
        command.SetAction(async (parseResult, cancellationToken) =>
        {
            IReadOnlyList<string> addresses = LoopbackAddresses.Parse(parseResult.GetRequiredValue(urls));
            StorageOptions storage = Fresh(parseResult.GetValue(database));
            DataFolder data = DataFolder.Find();
            await ImportAsync(storage, data, cancellationToken);
            AnalysisReport report = await AnalyseVerb.RunAsync(storage, data, new AnalysisOptions(), asOf: null, cancellationToken);
            Console.WriteLine(SignalTable.Text(report));
            if (!parseResult.GetValue(noServe))
            {
                await DashboardHost.RunAsync(new DashboardSettings(storage, data, addresses), cancellationToken);
            }

            return 0;
        });
        return command;
    }

    private static async Task ImportAsync(StorageOptions storage, DataFolder data, CancellationToken cancellationToken)
    {
        ImportRun run = new(storage, data, TimeProvider.System);
        using ImportProgressLine progress = new(TimeProvider.System);
        ImportReport report = await run.RunAsync([FindSample(data)], data.LoadProfile(SampleProfile), progress, cancellationToken);
        await Console.Error.WriteLineAsync(FormattableString.Invariant(
            $"Sample: {report.Total.Read:N0} rows read = {report.Total.Accepted:N0} accepted + {report.Total.Duplicates:N0} duplicates + {report.Total.Quarantined:N0} refused."));
    }

    /// <summary>A file a person named is never overwritten; the demonstration's own is made anew.</summary>
    private static StorageOptions Fresh(string? named)
    {
        if (named is not null && File.Exists(named))
        {
            throw new InputErrorException($"--database: {named} exists already. The demonstration makes a new database: name another file, or delete this one.");
        }

        string file = named ?? DefaultFile;
        SqliteConnection.ClearAllPools();
        foreach (string companion in Companions)
        {
            File.Delete(file + companion);
        }

        return StorageOptions.ForFile(file);
    }

    private static string FindSample(DataFolder data)
    {
        string?[] folders = [Path.GetDirectoryName(data.Path), AppContext.BaseDirectory];
        return folders.OfType<string>().Select(folder => Path.Combine(folder, SampleFile)).FirstOrDefault(File.Exists)
            ?? throw new InputErrorException($"The sample {SampleFile} was found neither beside {data.Path} nor in {AppContext.BaseDirectory}.");
    }
}
