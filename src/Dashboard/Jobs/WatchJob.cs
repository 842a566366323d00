using Dashboard.Pages.Shared;
using Ingest;
using Ingest.DataFiles;
using Ingest.Store;
using Ingest.Validation;
using Insights;
using Quartz;

namespace Dashboard.Jobs;

/// <summary>Imports what other programs put into the watched folder.</summary>
public sealed class WatchJob(
    WatchedFolder folder, ProfileCatalogue profiles, StorageOptions storage, DataFolder data, TimeProvider clock, ImportGate gate, ImportProgressBoard progress, ILogger<WatchJob> log) : IJob
{
    public static readonly JobKey Key = new("watch");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        folder.Prepare();
        int imported = 0;
        foreach ((string path, string? profile) in folder.Complete())
        {
            try
            {
                ImportReport? report = null;
                List<string> failures = [];
                try
                {
                    report = await ImportAsync(path, profile ?? throw folder.WithoutProfile(path), cancellationToken);
                    failures.AddRange(report.Failures);
                    imported += report.Files.Count;
                }
                catch (InputErrorException problem)
                {
                    failures.Add(problem.Message);
                }

                folder.Finish(path, report, failures);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // It stays where it is and is tried again at the next look; what was imported is recognised then.
                log.LogError("A file of the watched folder could not be moved after its import: {Reason}", problem.Message);
            }
        }

        if (imported > 0)
        {
            await context.Scheduler.TriggerJob(AnalyseJob.Key, new JobDataMap(), cancellationToken);
        }
    }

    private Task<ImportReport> ImportAsync(string path, string profile, CancellationToken cancellationToken) => gate.RunAsync(
        () => new ImportRun(storage, data, clock).RunAsync([path], profiles.Load(profile), progress, cancellationToken), cancellationToken);
}
