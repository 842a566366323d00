using System.Net;
using AngleSharp.Dom;
using Dashboard.Tests.Hosting;
using Ingest;
using Ingest.DataFiles;
using Ingest.Store;
using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;
using TestSupport.Files;

namespace Dashboard.Tests.Pages;

/// <summary>Refused rows corrected in the page and in a spreadsheet, and imports taken back, over a store with a real import.</summary>
public sealed class ImportCorrectionPageTests : IAsyncLifetime
{
    private const string ImportPage = "/imports/1";

    private RunningDashboard running = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        running = await RunningDashboard.StartAsync(isEmpty: true);
        client = new HttpClient { BaseAddress = running.Address };
        string file = Path.Combine(Path.GetDirectoryName(running.Store.Storage.DatabaseFile!)!, "five.csv");
        await File.WriteAllTextAsync(file, SampleRows.FiveRows);
        DataFolder data = DataFolder.Find();
        await new ImportRun(running.Store.Storage, data, TimeProvider.System).RunAsync([file], data.LoadProfile("home-office-sample"), progress: null, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await running.DisposeAsync();
    }

    [Fact]
    public async Task RowCorrectedInThePage_IsStoredAndTheAccountBalances()
    {
        IDocument list = await GetAsync(ImportPage);
        list.Body!.TextContent.ShouldNotContain("Secret", Case.Sensitive, "the list shows no content");
        string address = list.QuerySelector("tbody a")!.GetAttribute("href")!;
        IDocument form = await GetAsync(address);
        form.QuerySelector(".govuk-form-group--error label")!.TextContent.Trim().ShouldBe("DateReceived");

        IDocument refused = await PostAsync(address, Cells(form, ("DateReceived", "30/02/2025")));
        refused.QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("Still refused");

        IDocument done = await PostAsync(address, Cells(form, ("DateReceived", "28/02/2025")));
        done.QuerySelector(".govuk-notification-banner")!.TextContent.ShouldContain("1 of 2 refused rows were stored, 1 is still refused");
        done.QuerySelector(".govuk-notification-banner")!.TextContent.ShouldContain("Before: 5 read = 3 accepted + 0 duplicates + 0 updated + 2 refused");
        done.QuerySelector(".govuk-body-l")!.TextContent.ShouldBe("5 read = 4 accepted + 0 duplicates + 0 updated + 1 refused");
        (await client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a row that was replayed is refused no more");
    }

    [Fact]
    public async Task RowsCorrectedInADownloadedFile_AreReplayedByUpload()
    {
        HttpResponseMessage download = await client.GetAsync("/imports/1/to-correct.csv");
        download.Headers.GetValues("X-Row-Count").ShouldBe(["2"]);
        string csv = await download.Content.ReadAsStringAsync();
        csv.ShouldContain("#row,#line,#column,#found,#expected,#likely cause,CaseReference,DateReceived");
        csv = csv.Replace("31/02/2025", "27/02/2025", StringComparison.Ordinal).Replace("Perhaps", "Not upheld", StringComparison.Ordinal);

        IDocument done = await UploadAsync(csv);

        done.QuerySelector(".govuk-body-l")!.TextContent.ShouldBe("5 read = 5 accepted + 0 duplicates + 0 updated + 0 refused");
        (await UploadAsync(csv)).QuerySelector(".govuk-error-summary")!.TextContent.ShouldContain("replayed before");
    }

    [Fact]
    public async Task FileWithoutRowNumbers_IsRefusedBesideItsField() =>
        (await UploadAsync("CaseReference,DateReceived\r\nT-2,27/02/2025\r\n")).QuerySelector("#corrected-error")!.TextContent.ShouldContain("#row");

    [Fact]
    public async Task MissingKey_IsSaidAndNothingIsShown()
    {
        string address = (await GetAsync(ImportPage)).QuerySelector("tbody a")!.GetAttribute("href")!;
        File.Delete(running.Store.Storage.DatabaseFile + ".key");

        (await GetAsync(address)).QuerySelector(".govuk-warning-text")!.TextContent.ShouldContain("key file");
        (await client.GetAsync("/imports/1/to-correct.csv")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task UndoneImport_TakesItsComplaintsAndSaysSo()
    {
        IDocument question = await GetAsync("/imports/1/undo");
        question.QuerySelector("main ul")!.TextContent.ShouldContain("3 complaints that only this import brought");

        IDocument page = await PostAsync("/imports/1/undo", new MultipartFormDataContent { { new StringContent(Token(question)), "__RequestVerificationToken" } });

        page.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("3 complaints were removed");
        page.QuerySelector(".govuk-tag")!.TextContent.ShouldBe("Alpha");
        page.QuerySelector("main .govuk-tag")!.TextContent.ShouldBe("Undone");
        await using InsightsDbContext store = running.Store.Open();
        (await store.Complaints.CountAsync()).ShouldBe(0);
        (await store.DailyCounts.CountAsync()).ShouldBe(0);
        (await store.ImportBatches.SingleAsync()).State.ShouldBe(ImportState.Undone);
        (await client.GetAsync("/imports/1/undo")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<IDocument> GetAsync(string address)
    {
        HttpResponseMessage response = await client.GetAsync(address);
        response.EnsureSuccessStatusCode();
        return await DashboardFixture.ParseAsync(response);
    }

    private async Task<IDocument> PostAsync(string address, MultipartFormDataContent form)
    {
        using (form)
        {
            HttpResponseMessage response = await client.PostAsync(address, form);
            response.EnsureSuccessStatusCode();
            return await DashboardFixture.ParseAsync(response);
        }
    }

    private async Task<IDocument> UploadAsync(string csv) => await PostAsync(ImportPage, new MultipartFormDataContent
    {
        { new StringContent(Token(await GetAsync("/imports/new"))), "__RequestVerificationToken" },
        { new StringContent(csv), "Corrected", "corrected.csv" },
    });

    private static MultipartFormDataContent Cells(IDocument form, (string Label, string Value) change)
    {
        MultipartFormDataContent content = new() { { new StringContent(Token(form)), "__RequestVerificationToken" } };
        foreach (IElement label in form.QuerySelectorAll("main label"))
        {
            IElement field = form.GetElementById(label.GetAttribute("for")!)!;
            content.Add(new StringContent(label.TextContent == change.Label ? change.Value : field.GetAttribute("value") ?? field.TextContent), "Cells");
        }

        return content;
    }

    private static string Token(IDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
