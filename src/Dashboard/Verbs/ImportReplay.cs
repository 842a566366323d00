using Ingest.DataFiles;
using Ingest.Replay;
using Ingest.Store;
using Ingest.Store.Writing;

namespace Dashboard.Verbs;

/// <summary><c>import --replay FILE</c>: refused rows again, after they were corrected.</summary>
internal static class ImportReplay
{
    private const int Failed = 1;

    public static async Task<int> RunAsync(string file, string? database, bool json, CancellationToken cancellationToken)
    {
        IReadOnlyList<CorrectedRow> rows = CorrectionFile.Read(file);
        StorageOptions storage = await DatabaseOption.ExistingAsync(database, cancellationToken);
        ReplayReport report = await new ReplayRun(storage, DataFolder.Find(), TimeProvider.System).RunAsync(rows, cancellationToken);
        if (json)
        {
            Console.WriteLine(Json(report));
        }
        else
        {
            Console.WriteLine($"{file}: {ImportVerb.Account(report.Counts)}");
            foreach (ReplayedImport import in report.Imports)
            {
                Console.WriteLine($"Import {import.BatchId} ({import.FileName}) before: {ImportVerb.Account(import.Before)}");
                Console.WriteLine($"Import {import.BatchId} ({import.FileName}) after:  {ImportVerb.Account(import.After)}");
            }
        }

        if (report.Unknown.Count > 0)
        {
            await Console.Error.WriteLineAsync(
                $"{file}: {report.Unknown.Count} of its numbers are no open refused rows (the first is {report.Unknown[0]}): replayed before, undone, or refused again by a newer import of the same file, whose list has new numbers.");
        }

        return report.Unknown.Count == 0 ? 0 : Failed;
    }

    private static string Json(ReplayReport report) => JsonOutput.Line(new
    {
        report.Counts.Read,
        report.Counts.Accepted,
        report.Counts.Duplicates,
        report.Counts.Updated,
        report.Counts.Quarantined,
        Seconds = Math.Round(report.Seconds, 3),
        RowsPerSecond = report.Seconds > 0 ? Math.Round(report.Counts.Read / report.Seconds, 1) : 0,
        Imports = report.Imports.Select(import => new { Id = import.BatchId, File = import.FileName, Before = Account(import.Before), After = Account(import.After) }),
        report.Unknown,
    });

    private static object Account(ImportCounts counts) => new { counts.Read, counts.Accepted, counts.Duplicates, counts.Updated, counts.Quarantined };
}
