using Dashboard.BrowserTests.Browsers;
using Dashboard.Tests.Hosting;
using Microsoft.Playwright;

namespace Dashboard.BrowserTests;

/// <summary>The main journey for real: a file goes in by the page, is analysed, and one of its complaints is read from its signal.</summary>
public sealed class ImportJourneyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [BrowserFact]
    public async Task Upload_OfTheSample_LeadsToASignalAndItsComplaints()
    {
        await using RunningDashboard running = await RunningDashboard.StartAsync(isEmpty: true, runsJobs: true);
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await Chromium.LaunchAsync(playwright);
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions { BaseURL = running.Address.ToString() });

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import a file" }).ClickAsync();
        await page.GetByLabel("What is in the file?").SelectOptionAsync("home-office-sample");
        await page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "samples", "complaints.csv"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();

        // The page renews itself: waiting and the import are seen to end without a press.
        await page.GetByText("Finished").WaitForAsync(new() { Timeout = (float)Patience.TotalMilliseconds });
        int[] account = [.. (await page.Locator(".govuk-body-l").InnerTextAsync()).Split(['=', '+']).Select(Number)];
        account[0].ShouldBe(account[1..].Sum());

        string signal = await WaitForASignalAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = signal, Exact = true }).ClickAsync();
        (await page.Locator("#signal svg").First.IsVisibleAsync()).ShouldBeTrue();

        await page.Locator(".app-result h3 a").First.ClickAsync();
        (await page.Locator(".app-text").InnerTextAsync()).ShouldNotBeEmpty();
    }

    /// <summary>The title of the first signal with complaints to read: a silence has none.</summary>
    private static async Task<string> WaitForASignalAsync(IPage page)
    {
        ILocator risen = page.Locator(".app-signal").Filter(new() { HasText = "▲" }).Locator("h3 a");
        using CancellationTokenSource patience = new(Patience);
        while (await risen.CountAsync() == 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), patience.Token);
            await page.GotoAsync("/");
        }

        return await risen.First.InnerTextAsync();
    }

    private static int Number(string text) => int.Parse(string.Concat(text.Where(char.IsDigit)), System.Globalization.CultureInfo.InvariantCulture);
}
