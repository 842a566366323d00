using Dashboard.Jobs;
using Dashboard.Setup;
using Microsoft.AspNetCore.Builder;
using TestSupport.Pages;

namespace Dashboard.Tests.Hosting;

/// <summary>The real program on a free port of this machine, over a seeded SQLite file.</summary>
public sealed class RunningDashboard : IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningDashboard(WebApplication app, SeededStore store)
    {
        this.app = app;
        Store = store;
        Address = new Uri(app.Urls.First());
    }

    public SeededStore Store { get; }

    public Uri Address { get; }

    /// <param name="isEmpty">True for a store in which nothing has been imported.</param>
    /// <param name="runsJobs">True to import uploads; otherwise they wait.</param>
    /// <param name="imports">How files come in by themselves; they do not when null.</param>
    public static async Task<RunningDashboard> StartAsync(bool isEmpty = false, bool runsJobs = false, ImportSettings? imports = null)
    {
        SeededStore store = await SeededStore.CreateAsync(isEmpty);
        WebApplication program = DashboardHost.Create(new DashboardSettings(store.Storage, store.Data, ["http://127.0.0.1:0"]) { RunsJobs = runsJobs, Imports = imports ?? new ImportSettings() });
        await program.StartAsync();
        return new RunningDashboard(program, store);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Store.Dispose();
    }
}
