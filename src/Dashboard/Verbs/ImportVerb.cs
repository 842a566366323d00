using System.CommandLine;
using System.Globalization;
using Ingest;
using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Store.Writing;
using Ingest.Validation;

namespace Dashboard.Verbs;

/// <summary><c>import PATH… --profile NAME|FILE</c>: files or folders into the store.</summary>
public static class ImportVerb
{
    private const int Failed = 1;

    public static Command Create()
    {
        Argument<string[]> paths = new("path") { Description = "Files or folders to import.", Arity = ArgumentArity.OneOrMore };
        Option<string> profile = new("--profile") { Description = "Name of a profile of the data folder, or the file of one.", Required = true };
        Option<string?> database = DatabaseOption.Create();
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of sentences." };
        Command command = new("import", "Reads files into the store and says what became of every row.") { paths, profile, database, json };
        command.SetAction((parseResult, cancellationToken) => RunAsync(
            parseResult.GetRequiredValue(paths), parseResult.GetRequiredValue(profile), parseResult.GetValue(database), parseResult.GetValue(json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string profileName, string? database, bool json, CancellationToken cancellationToken)
    {
        DataFolder data = DataFolder.Find();
        ImportProfile profile = data.LoadProfile(profileName);
        ImportRun run = new(DatabaseOption.Storage(database), data, TimeProvider.System);
        ImportReport report;
        using (ImportProgressLine progress = new(TimeProvider.System))
        {
            report = await run.RunAsync(paths, profile, progress, cancellationToken);
        }

        if (report.Files.Count > 0 || report.Failures.Count == 0)
        {
            Print(report, json);
        }

        foreach (string failure in report.Failures)
        {
            await Console.Error.WriteLineAsync(failure);
        }

        return report.Failures.Count == 0 ? 0 : Failed;
    }

    private static void Print(ImportReport report, bool json)
    {
        ImportCounts total = report.Total;
        if (json)
        {
            Console.WriteLine(JsonOutput.Line(new
            {
                total.Read,
                total.Accepted,
                total.Duplicates,
                total.Updated,
                total.Quarantined,
                Seconds = Math.Round(report.Seconds, 3),
                RowsPerSecond = Math.Round(report.RowsPerSecond, 1),
            }));
            return;
        }

        foreach (FileAccount file in report.Files)
        {
            Console.WriteLine($"{file.FileName}: {Account(file.Counts)}");
        }

        if (report.Files.Count > 1)
        {
            Console.WriteLine($"Total: {Account(total)}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Seconds:0.0} s, {report.RowsPerSecond:N0} rows a second"));
    }

    private static string Account(ImportCounts counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{counts.Read:N0} read = {counts.Accepted:N0} accepted + {counts.Duplicates:N0} duplicates + {counts.Updated:N0} updated + {counts.Quarantined:N0} quarantined");
}
