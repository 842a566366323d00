using Dashboard.BrowserTests.Browsers;
using Dashboard.Tests.Hosting;
using Microsoft.Playwright;
using TestSupport.Files;

namespace Dashboard.BrowserTests;

/// <summary>
/// A data officer loads a new source, without script: drops a spreadsheet, checks the proposal, starts; corrects what was refused in a downloaded file and
/// in the page; loads the file again by mistake; undoes an import. Every page on the way is looked at by axe.
/// </summary>
public sealed class NewSourceJourneyTests
{
    private const int Rows = 40;
    private static readonly float Patience = (float)TimeSpan.FromMinutes(3).TotalMilliseconds;

    [BrowserFact]
    public async Task DataOfficer_LoadsANewSourceAndTakesItBack()
    {
        await using RunningDashboard running = await RunningDashboard.StartAsync(isEmpty: true, runsJobs: true);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-journey-");
        string workbook = Path.Combine(folder.FullName, "ferry complaints.xlsx");
        Write(workbook);
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await Chromium.LaunchAsync(playwright);

        // Axe needs script: this page looks at what the other, which has none, does.
        IPage eyes = await browser.NewPageAsync(new BrowserNewPageOptions { BaseURL = running.Address.ToString() });
        IPage page = await (await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = running.Address.ToString(), JavaScriptEnabled = false })).NewPageAsync();

        await ProposeAsync(page, workbook);
        (await page.Locator(".govuk-body-l").InnerTextAsync()).ShouldBe($"{Rows} of {Rows + 2} rows would be stored, 2 refused.");
        (await page.GetByRole(AriaRole.Region, new() { Name = "Columns, table" }).InnerTextAsync()).ShouldContain("are written in 2 ways");
        (await page.GetByRole(AriaRole.Region, new() { Name = "Preview, table" }).Locator("tbody tr").CountAsync()).ShouldBe(20);
        await LookAsync(eyes, page.Url);

        await page.GetByLabel("Name of the profile").FillAsync("ferries");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the profile and import" }).ClickAsync();
        await page.GetByText("Finished").WaitForAsync(new() { Timeout = Patience });
        string import = new Uri(page.Url).AbsolutePath;
        (await AccountAsync(page)).ShouldBe($"{Rows + 2} read = {Rows} accepted + 0 duplicates + 0 updated + 2 refused");
        await LookAsync(eyes, import);

        await CorrectInAFileAsync(page, folder);
        (await AccountAsync(page)).ShouldBe($"{Rows + 2} read = {Rows + 1} accepted + 0 duplicates + 0 updated + 1 refused");
        await CorrectInThePageAsync(page, eyes);
        (await AccountAsync(page)).ShouldBe($"{Rows + 2} read = {Rows + 2} accepted + 0 duplicates + 0 updated + 0 refused");

        await page.GotoAsync("/imports/new");
        await page.GetByLabel("What is in the file?").SelectOptionAsync("ferries");
        await page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(workbook);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await page.GetByText("Finished").WaitForAsync(new() { Timeout = Patience });
        (await AccountAsync(page)).ShouldBe($"{Rows + 2} read = 0 accepted + {Rows + 2} duplicates + 0 updated + 0 refused");

        await page.GotoAsync(import);
        await page.GetByRole(AriaRole.Link, new() { Name = "Undo this import" }).ClickAsync();
        await LookAsync(eyes, page.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo the import" }).ClickAsync();
        (await page.Locator(".govuk-inset-text").InnerTextAsync()).ShouldContain($"{Rows + 2} complaints were removed");
        await LookAsync(eyes, import);
        folder.Delete(recursive: true);
    }

    private static void Write(string path)
    {
        IEnumerable<object?[]> rows = Enumerable.Range(1, Rows).Select(number => new object?[]
        {
            $"F-{number:000}",
            number % 4 == 0 ? $"2025-03-{number % 28 + 1:00}" : $"{number % 28 + 1:00}/03/2025",
            number % 3 == 0 ? "late; dirty deck" : "late",
            number % 2 == 0 ? "Dover" : "Hull",
            $"The ferry of number {number} left without us and nobody at the desk could say when the next one would go",
        });
        new WorkbookWriter().Sheet(
            "Complaints",
            [["Ferry complaints, first quarter"], ["Reference", "Received", "Topic", "Port", "Narrative"], .. rows, ["F-900", "soon", "late", "Hull", "No date"], ["F-901", "31/02/2025", "late", "Hull", "Wrong date"]])
            .Sheet("Notes", ["Ask Kim"]).Save(path);
    }

    private static async Task ProposeAsync(IPage page, string workbook)
    {
        await page.GotoAsync("/imports");
        await page.GetByRole(AriaRole.Link, new() { Name = "Import a new kind of file" }).ClickAsync();
        await page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(workbook);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
    }

    private static async Task CorrectInAFileAsync(IPage page, DirectoryInfo folder)
    {
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the rows to correct" }).ClickAsync());
        string corrected = Path.Combine(folder.FullName, "corrected.csv");
        await download.SaveAsAsync(corrected);
        await File.WriteAllTextAsync(corrected, (await File.ReadAllTextAsync(corrected)).Replace("31/02/2025", "28/02/2025", StringComparison.Ordinal));
        await page.GetByLabel("Corrected file").SetInputFilesAsync(corrected);
        await page.GetByRole(AriaRole.Button, new() { Name = "Replay the corrected rows" }).ClickAsync();
        (await page.Locator(".govuk-notification-banner").InnerTextAsync()).ShouldContain("1 of 2 refused rows were stored");
    }

    private static async Task CorrectInThePageAsync(IPage page, IPage eyes)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Correct line" }).ClickAsync();
        await LookAsync(eyes, page.Url);
        await page.GetByLabel("Received").FillAsync("01/03/2025");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and try again" }).ClickAsync();
        (await page.Locator(".govuk-notification-banner").InnerTextAsync()).ShouldContain("1 of 1 refused rows were stored");
    }

    private static async Task<string> AccountAsync(IPage page) => await page.Locator(".govuk-body-l").InnerTextAsync();

    private static async Task LookAsync(IPage eyes, string address)
    {
        await eyes.GotoAsync(address);
        (await AxeFindings.OfAsync(eyes)).ShouldBeEmpty(address);
    }
}
