using Dashboard.Jobs;
using Dashboard.Pages.Shared;
using Ingest;
using Ingest.Profiles.Proposing;
using Ingest.Replay;
using Ingest.Store;
using Ingest.Store.PageQueries;
using Ingest.Undo;

namespace Dashboard.Setup;

/// <summary>The store, the queries of the pages, and the data files they are read with.</summary>
public static class StoreSetup
{
    public static IServiceCollection AddDashboardStore(this IServiceCollection services, DashboardSettings settings)
    {
        services.AddStore(settings.Storage);
        services.AddPageQueries();
        services.AddSingleton(settings.Data);
        services.AddSingleton<SavedProfiles>();
        services.AddSingleton<ProfileCatalogue>();
        services.AddSingleton<ProfileProposer>();
        services.AddSingleton<ImportPreview>();
        services.AddSingleton<ReplayRun>();
        services.AddSingleton<UndoRun>();
        services.AddScoped<CurrentCollection>();
        return services;
    }
}
