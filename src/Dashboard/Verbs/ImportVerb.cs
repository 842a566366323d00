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
        Argument<string[]> paths = new("path") { Description = "Files or folders to import; archives and workbooks are unfolded.", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> profile = new("--profile") { Description = "Name of a profile of the data folder, or the file of one." };
        Option<string?> replay = new("--replay") { Description = "Take refused rows again from the file in which they were corrected (CSV or XLSX, downloaded from the import's page)." };
        Option<long?> undo = new("--undo") { Description = "Take back the import of this number as a whole." };
        Option<string?> database = DatabaseOption.Create();
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of sentences." };
        Command command = new("import", "Reads files into the store and says what became of every row.") { paths, profile, replay, undo, database, json };
        command.Validators.Add(result =>
        {
            int otherActions = (result.GetValue(replay) is null ? 0 : 1) + (result.GetValue(undo) is null ? 0 : 1);
            bool hasPaths = result.GetValue(paths) is { Length: > 0 };
            if (otherActions > 1 || (otherActions == 1 && (hasPaths || result.GetValue(profile) is not null)))
            {
                result.AddError("--replay and --undo are used alone: without a path, without --profile, and one at a time.");
            }
            else if (otherActions == 0 && (!hasPaths || result.GetValue(profile) is null))
            {
                result.AddError("import needs a file or folder and --profile; or --replay FILE; or --undo NUMBER.");
            }
        });
        command.SetAction((parseResult, cancellationToken) =>
        {
            string? databaseFile = parseResult.GetValue(database);
            bool asJson = parseResult.GetValue(json);
            return (parseResult.GetValue(replay), parseResult.GetValue(undo)) switch
            {
                ({ } file, _) => ImportReplay.RunAsync(file, databaseFile, asJson, cancellationToken),
                (_, { } number) => ImportUndo.RunAsync(number, databaseFile, asJson, cancellationToken),
                _ => RunAsync(parseResult.GetRequiredValue(paths), parseResult.GetValue(profile)!, databaseFile, asJson, cancellationToken),
            };
        });
        return command;
    }

    /// <summary>An account as a sentence.</summary>
    internal static string Account(ImportCounts counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{counts.Read:N0} read = {counts.Accepted:N0} accepted + {counts.Duplicates:N0} duplicates + {counts.Updated:N0} updated + {counts.Quarantined:N0} quarantined");

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
}
