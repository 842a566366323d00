using Dashboard.Pages.Shared;
using Ingest;
using Ingest.DataFiles;
using Ingest.Store;
using Ingest.Validation;
using Insights;
using Quartz;

namespace Dashboard.Jobs;

/// <summary>Imports every waiting upload, oldest first, one at a time. What a stopped process left behind is taken up at the next start.</summary>
public sealed class ImportJob(
    UploadQueue uploads, StorageOptions storage, DataFolder data, ProfileCatalogue profiles, TimeProvider clock, ImportGate gate, ImportProgressBoard progress, ILogger<ImportJob> log) : IJob
{
    public static readonly JobKey Key = new("import");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        uploads.DiscardOldDrafts();
        IReadOnlyList<Upload> waiting = uploads.Waiting();
        foreach (Upload upload in waiting)
        {
            uploads.Finish(upload, await ImportAsync(upload, cancellationToken));
        }

        if (waiting.Count > 0)
        {
            await context.Scheduler.TriggerJob(AnalyseJob.Key, new JobDataMap(), cancellationToken);
        }
    }

    /// <returns>Why it could not be imported; null when it was.</returns>
    private async Task<string?> ImportAsync(Upload upload, CancellationToken cancellationToken)
    {
        string path = uploads.PathOf(upload);
        try
        {
            ImportRun run = new(storage, data, clock);
            ImportReport report = await gate.RunAsync(() => run.RunAsync([path], profiles.Load(upload.Profile), progress, cancellationToken), cancellationToken);
            log.LogInformation("Upload {Upload} imported: {Read} rows read, {Accepted} accepted.", upload.Id, report.Total.Read, report.Total.Accepted);
            return report.Failures.Count == 0 ? null : ForItsSender(string.Join(' ', report.Failures));
        }
        catch (InputErrorException problem)
        {
            return ForItsSender(problem.Message);
        }

        // Whoever sent a file knows it by its name, not by the folder it waited in.
        string ForItsSender(string sentence) => sentence.Replace(path, upload.FileName, StringComparison.Ordinal);
    }
}
