using Quartz;

namespace Dashboard.Jobs;

/// <summary>Starts the import job for what is waiting, now.</summary>
public sealed class ImportTrigger(ISchedulerFactory schedulers)
{
    public async Task FireAsync(CancellationToken cancellationToken)
    {
        IScheduler scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.TriggerJob(ImportJob.Key, new JobDataMap(), cancellationToken);
    }
}
