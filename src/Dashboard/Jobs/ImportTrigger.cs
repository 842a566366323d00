using Quartz;

namespace Dashboard.Jobs;

/// <summary>Starts the jobs that follow what a person did, now.</summary>
public sealed class ImportTrigger(ISchedulerFactory schedulers)
{
    /// <summary>Imports what is waiting.</summary>
    public Task FireAsync(CancellationToken cancellationToken) => FireAsync(ImportJob.Key, cancellationToken);

    /// <summary>Looks anew at what has changed.</summary>
    public Task AnalyseAsync(CancellationToken cancellationToken) => FireAsync(AnalyseJob.Key, cancellationToken);

    private async Task FireAsync(JobKey job, CancellationToken cancellationToken)
    {
        IScheduler scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.TriggerJob(job, new JobDataMap(), cancellationToken);
    }
}
