using Dashboard.Tests.Hosting;
using Microsoft.Playwright;

namespace Dashboard.BrowserTests.Browsers;

/// <summary>One browser and one running program over the seeded store, for tests that only read.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? playwright;
    private IBrowser? browser;

    public RunningDashboard Running { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is not null)
        {
            Running = await RunningDashboard.StartAsync();
            playwright = await Playwright.CreateAsync();
            browser = await Chromium.LaunchAsync(playwright);
        }
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
            playwright!.Dispose();
            await Running.DisposeAsync();
        }
    }

    /// <summary>A new page in a context of its own. Addresses are relative to the program.</summary>
    public async Task<IPage> OpenAsync(string address, int width = 1200, int height = 900, bool hasScript = true)
    {
        IBrowserContext context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Running.Address.ToString(),
            JavaScriptEnabled = hasScript,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }
}
