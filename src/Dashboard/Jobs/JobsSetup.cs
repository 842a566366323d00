using Dashboard.Setup;

namespace Dashboard.Jobs;

/// <summary>What runs in the background.</summary>
public static class JobsSetup
{
    public static IServiceCollection AddJobs(this IServiceCollection services, DashboardSettings settings) => services;
}
