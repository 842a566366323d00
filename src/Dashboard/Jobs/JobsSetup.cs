using Dashboard.Setup;
using Quartz;

namespace Dashboard.Jobs;

/// <summary>What runs in the background: imports of uploads, each followed by an analysis.</summary>
public static class JobsSetup
{
    public static IServiceCollection AddJobs(this IServiceCollection services, DashboardSettings settings)
    {
        services.AddSingleton<UploadQueue>();
        services.AddSingleton<ImportTrigger>();
        services.AddQuartz(quartz =>
        {
            quartz.ScheduleJob<ImportJob>(
                trigger => trigger.WithIdentity("import at start").StartNow(),
                job => job.WithIdentity(ImportJob.Key).StoreDurably().DisallowConcurrentExecution());
            quartz.AddJob<AnalyseJob>(job => job.WithIdentity(AnalyseJob.Key).StoreDurably().DisallowConcurrentExecution());
        });
        if (settings.RunsJobs)
        {
            services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        }

        return services;
    }
}
