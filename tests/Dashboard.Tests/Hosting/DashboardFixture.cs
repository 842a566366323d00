using AngleSharp;
using AngleSharp.Dom;

namespace Dashboard.Tests.Hosting;

/// <summary>One running program for the tests of a class that only read.</summary>
public sealed class DashboardFixture : IAsyncLifetime
{
    private RunningDashboard? running;

    public RunningDashboard Running => running ?? throw new InvalidOperationException("The program has not started.");

    public HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        running = await RunningDashboard.StartAsync();
        Client = new HttpClient { BaseAddress = running.Address };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await Running.DisposeAsync();
    }

    /// <summary>Gets a page, checks that it was found, and parses it.</summary>
    public async Task<IDocument> GetPageAsync(string address)
    {
        HttpResponseMessage response = await Client.GetAsync(address);
        response.EnsureSuccessStatusCode();
        return await ParseAsync(response);
    }

    public static async Task<IDocument> ParseAsync(HttpResponseMessage response)
    {
        string html = await response.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(request => request.Content(html));
    }
}
