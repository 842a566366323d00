using Dashboard.Api;
using Dashboard.Jobs;
using Ingest.Store;
using Ingest.Store.Migrations;
using Insights;

namespace Dashboard.Setup;

/// <summary>Builds the web program: a table of contents of what it consists of.</summary>
public static class DashboardHost
{
    public static WebApplication Create(DashboardSettings settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(DashboardHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        builder.Host.UseDefaultServiceProvider(options =>
        {
            options.ValidateOnBuild = true;
            options.ValidateScopes = true;
        });
        ListenOn(builder, settings.Addresses);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDashboardStore(settings);
        builder.Services.AddPages();
        builder.Services.AddHealth();
        builder.Services.AddMeasures();
        builder.Services.AddApi();
        builder.Services.AddJobs(settings);

        WebApplication app = builder.Build();
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseAssets();
        app.UseRouting();
        app.MapHealth();
        app.MapMetrics();
        app.MapApi();
        app.MapRazorPages();
        return app;
    }

    /// <summary>Brings the store's tables up to date, then serves until stopped.</summary>
    public static async Task RunAsync(DashboardSettings settings, CancellationToken cancellationToken)
    {
        await using WebApplication app = Create(settings);
        await using (InsightsDbContext store = StoreRegistration.Open(settings.Storage))
        {
            await store.UpgradeAsync(cancellationToken);
        }

        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException problem)
        {
            throw new InputErrorException(
                $"The pages cannot listen at {string.Join(" or ", settings.Addresses)}: {problem.Message} Choose another address with --urls, such as http://127.0.0.1:5081.", problem);
        }

        foreach (string address in app.Urls)
        {
            await Console.Error.WriteLineAsync($"The pages are at {address} (Ctrl+C stops them).");
        }

        await app.WaitForShutdownAsync(cancellationToken);
    }

    // Endpoints in configuration or environment must not open the program to other machines behind the check of --urls.
    private static void ListenOn(WebApplicationBuilder builder, IReadOnlyList<string> addresses)
    {
        builder.WebHost.PreferHostingUrls(true);
        builder.WebHost.UseUrls([.. addresses]);
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
    }
}
