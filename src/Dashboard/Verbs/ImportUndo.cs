using System.Globalization;
using Ingest.DataFiles;
using Ingest.Store;
using Ingest.Undo;

namespace Dashboard.Verbs;

/// <summary><c>import --undo NUMBER</c>: a whole import taken back.</summary>
internal static class ImportUndo
{
    public static async Task<int> RunAsync(long batchId, string? database, bool json, CancellationToken cancellationToken)
    {
        StorageOptions storage = await DatabaseOption.ExistingAsync(database, cancellationToken);
        UndoReport report = await new UndoRun(storage, DataFolder.Find(), TimeProvider.System).RunAsync(batchId, cancellationToken);
        Console.WriteLine(json
            ? JsonOutput.Line(new { Id = report.BatchId, File = report.FileName, report.Removed, report.Restored, Seconds = Math.Round(report.Seconds, 3) })
            : string.Create(CultureInfo.InvariantCulture, $"Import {report.BatchId} ({report.FileName}) is undone: {report.Removed:N0} complaints removed, {report.Restored:N0} put back as they were before."));
        return 0;
    }
}
