using Dashboard.Setup;
using Quartz;

namespace Dashboard.Jobs;

/// <summary>What runs in the background: imports of uploads and of the watched folder, each followed by an analysis.</summary>
public static class JobsSetup
{
    public static IServiceCollection AddJobs(this IServiceCollection services, DashboardSettings settings)
    {
        services.AddSingleton<UploadQueue>();
        services.AddSingleton<ImportTrigger>();
        services.AddSingleton<ImportGate>();
        services.AddSingleton<ImportProgressBoard>();
        services.AddSingleton(settings.Imports);
        services.AddSingleton<WatchedFolder>();
        services.AddQuartz(quartz =>
        {
            quartz.ScheduleJob<ImportJob>(
                trigger => trigger.WithIdentity("import at start").StartNow(),
                job => job.WithIdentity(ImportJob.Key).StoreDurably().DisallowConcurrentExecution());
            if (settings.Imports.WatchedFolder is not null)
            {
                quartz.ScheduleJob<WatchJob>(
                    trigger => trigger.WithIdentity("watched folder").StartNow().WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromSeconds(settings.Imports.PollSeconds)).RepeatForever()),
                    job => job.WithIdentity(WatchJob.Key).DisallowConcurrentExecution());
            }

            quartz.AddJob<AnalyseJob>(job => job.WithIdentity(AnalyseJob.Key).StoreDurably().DisallowConcurrentExecution());
        });
        if (settings.RunsJobs)
        {
            services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        }

        return services;
    }
}
