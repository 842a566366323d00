using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dashboard.Pages.Shared;
using Ingest;
using Ingest.DataFiles;
using Ingest.Models;
using Ingest.Profiles;
using Ingest.Store;
using Ingest.Store.Writing;
using Ingest.Validation;
using Insights;

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
        Option<string?> propose = new("--propose") { Description = "Print a profile proposed from this file, with reasons and what would fail; nothing is stored." };
        Option<string?> taxonomy = new("--taxonomy") { Description = "With --propose: the taxonomy to use. Default: the one that knows most of the file's values." };
        Option<bool> classify = new("--classify") { Description = "Also code complaints of the collection that the present model has not read. What is imported is coded anyway." };
        Option<string?> database = DatabaseOption.Create();
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of sentences." };
        Command command = new("import", "Reads files into the store and says what became of every row.") { paths, profile, classify, replay, undo, propose, taxonomy, database, json };
        command.Validators.Add(result => Check(
            result,
            hasOther: [result.GetValue(replay) is not null, result.GetValue(undo) is not null, result.GetValue(propose) is not null],
            hasPaths: result.GetValue(paths) is { Length: > 0 },
            hasProfile: result.GetValue(profile) is not null));
        command.SetAction((parseResult, cancellationToken) =>
        {
            string? databaseFile = parseResult.GetValue(database);
            bool asJson = parseResult.GetValue(json);
            return (parseResult.GetValue(replay), parseResult.GetValue(undo), parseResult.GetValue(propose)) switch
            {
                ({ } file, _, _) => ImportReplay.RunAsync(file, databaseFile, asJson, cancellationToken),
                (_, { } number, _) => ImportUndo.RunAsync(number, databaseFile, asJson, cancellationToken),
                (_, _, { } file) => ImportProposal.RunAsync(file, parseResult.GetValue(taxonomy), cancellationToken),
                _ => RunAsync(parseResult.GetRequiredValue(paths), parseResult.GetValue(profile)!, parseResult.GetValue(classify), databaseFile, asJson, cancellationToken),
            };
        });
        return command;
    }

    private static void Check(CommandResult result, bool[] hasOther, bool hasPaths, bool hasProfile)
    {
        int others = hasOther.Count(given => given);
        if (others > 1 || (others == 1 && (hasPaths || hasProfile)))
        {
            result.AddError("--replay, --undo and --propose are used alone: without a path, without --profile, and one at a time.");
        }
        else if (others == 0 && !(hasPaths && hasProfile))
        {
            result.AddError("import needs a file or folder and --profile; or --replay FILE; or --undo NUMBER; or --propose FILE.");
        }
    }

    /// <summary>An account as a sentence.</summary>
    internal static string Account(ImportCounts counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{counts.Read:N0} read = {counts.Accepted:N0} accepted + {counts.Duplicates:N0} duplicates + {counts.Updated:N0} updated + {counts.Quarantined:N0} quarantined");

    private static async Task<int> RunAsync(string[] paths, string profileName, bool classifiesAll, string? database, bool json, CancellationToken cancellationToken)
    {
        DataFolder data = DataFolder.Find();
        ImportProfile profile = data.LoadProfile(profileName);
        StorageOptions storage = DatabaseOption.Storage(database);
        ImportRun run = new(storage, data, TimeProvider.System);
        ImportReport report;
        using (ImportProgressLine progress = new(TimeProvider.System))
        {
            report = await run.RunAsync(paths, profile, progress, cancellationToken);
        }

        if (classifiesAll && report.Files.Count > 0)
        {
            await ClassifyRestAsync(storage, data, profile, cancellationToken);
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

    private static async Task ClassifyRestAsync(StorageOptions storage, DataFolder data, ImportProfile profile, CancellationToken cancellationToken)
    {
        if (!profile.Collection.IsClassified || ShippedModel.CodingModelFor(data, profile.Collection.Taxonomy.Name) is not { } model)
        {
            await Console.Error.WriteLineAsync($"--classify: the collection {profile.Collection.Name} is not classified, or there is no model for its taxonomy: its complaints stay as their source coded them.");
            return;
        }

        DatabaseArchive archive = new(storage, data, TimeProvider.System);
        AnalysisRun run = new(archive, _ => model, new AnalysisOptions());
        int classified = await run.ClassifyAsync(profile.Collection, model, progress: null, cancellationToken);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{classified:N0} complaints of {profile.Collection.Title} that {model.Version} had not read were coded."));
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
            if (file.Referrals is { } referrals)
            {
                Console.WriteLine($"{file.FileName}: {ImportWords.Referrals(referrals)}");
            }
        }

        if (report.Files.Count > 1)
        {
            Console.WriteLine($"Total: {Account(total)}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Seconds:0.0} s, {report.RowsPerSecond:N0} rows a second"));
    }
}
