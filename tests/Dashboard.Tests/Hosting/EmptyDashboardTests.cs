namespace Dashboard.Tests.Hosting;

/// <summary>For tests that write: each begins with a program that holds no complaints.</summary>
public abstract class EmptyDashboardTests : IAsyncLifetime
{
    private RunningDashboard? running;

    protected RunningDashboard Running => running ?? throw new InvalidOperationException("The program has not started.");

    protected HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        running = await RunningDashboard.StartAsync(isEmpty: true);
        Client = new HttpClient { BaseAddress = running.Address };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Running.DisposeAsync();
    }
}
