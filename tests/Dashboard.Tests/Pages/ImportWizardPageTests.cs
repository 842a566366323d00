using System.Net;
using AngleSharp.Dom;
using Dashboard.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Tests.Pages;

public sealed class ImportWizardPageTests : EmptyDashboardTests
{
    private static readonly string File = string.Join("\r\n", [
        "Ref,Opened,Labels,Branch,What happened",
        .. Enumerable.Range(1, 30).Select(number => $"W-{number},{number % 28 + 1:00}/01/2025,{(number % 2 == 0 ? "waiting; rude porter" : "waiting")},Dover,My number is 07700 900{number:000} and nobody rang back about the letter"),
        "W-31,2025-02-03,cold food,Dover,Another one",
        "W-32,2025-02-04,cold food,Dover,Another one",
        "W-33,soon,cold food,Dover,Another one",
    ]);

    [Fact]
    public async Task UploadedFile_IsProposedAndPreviewedAndNothingIsStored()
    {
        IDocument page = await UploadAsync();

        page.QuerySelector(".govuk-body-l")!.TextContent.ShouldBe("32 of 33 rows would be stored, 1 refused.");
        page.QuerySelector("[aria-label='Columns, table']")!.TextContent.ShouldContain("30 are dd/MM/yyyy, 2 only fit yyyy-MM-dd");
        page.QuerySelector("[aria-label='Columns, table']")!.TextContent.ShouldContain("several labels");
        page.QuerySelector("[aria-label='Reasons, table'] tbody")!.TextContent.ShouldContain("Opened");
        IElement preview = page.QuerySelector("[aria-label='Preview, table']")!;
        preview.QuerySelectorAll("tbody tr").Length.ShouldBe(20);
        preview.TextContent.ShouldContain("rude porter, waiting");
        preview.TextContent.ShouldNotContain("07700", Case.Sensitive, "texts are shown redacted");
        await using var store = Running.Store.Open();
        (await store.ImportBatches.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ChangedColumn_ChangesThePreviewByTheAddressAlone()
    {
        IDocument page = await UploadAsync();

        IDocument changed = await GetAsync(page.QuerySelector("form[method=get]")!.GetAttribute("action")!.Split('#')[0] + "?field=&field=&field=-&field=Region&field=");

        changed.QuerySelector("[aria-label='Preview, table'] thead")!.TextContent.ShouldContain("Region");
        changed.QuerySelector("[aria-label='Preview, table'] thead")!.TextContent.ShouldNotContain("Theme");
    }

    [Fact]
    public async Task NamedProfile_IsSavedAndTheFileWaitsForItsImport()
    {
        IDocument page = await UploadAsync();
        string address = page.QuerySelector("form[method=post]")!.GetAttribute("action")!;

        IDocument taken = await PostAsync(address, page, ("Name", "nhs-feedback"));
        taken.QuerySelector("#name-error")!.TextContent.ShouldContain("already");
        IDocument odd = await PostAsync(address, page, ("Name", "../evil"));
        odd.QuerySelector("#name-error")!.TextContent.ShouldContain("small letters");
        IDocument done = await PostAsync(address, page, ("Name", "porters"), ("Title", "Complaints about porters"));

        done.QuerySelector("[role=status]")!.TextContent.ShouldContain("waits for its turn");
        (await GetAsync("/imports/new")).QuerySelectorAll("#profile option").Select(option => option.TextContent).ShouldContain("Complaints about porters");
        (await Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "a file that waits is no draft any more");
    }

    [Fact]
    public async Task DiscardedFile_IsGone()
    {
        IDocument page = await UploadAsync();
        string address = page.QuerySelector("form[method=post]")!.GetAttribute("action")!;

        await PostAsync(address + "?handler=Discard", page);

        (await Client.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Directory.EnumerateFiles(Running.Store.Storage.DatabaseFile + ".uploads", "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task FileThatIsNoTable_IsSaidSoWithoutPathsOfThisMachine()
    {
        IDocument page = await UploadAsync("%PDF-1.7 \u0001\u0002");

        string problem = page.QuerySelector(".govuk-warning-text")!.TextContent;
        problem.ShouldContain("PDF");
        problem.ShouldNotContain(".uploads");
    }

    private async Task<IDocument> UploadAsync(string? content = null)
    {
        IDocument form = await GetAsync("/imports/wizard");
        using MultipartFormDataContent upload = new()
        {
            { new StringContent(Token(form)), "__RequestVerificationToken" },
            { new StringContent(content ?? File), "Upload", "porters.csv" },
        };
        HttpResponseMessage response = await Client.PostAsync("/imports/wizard", upload);
        response.EnsureSuccessStatusCode();
        return await DashboardFixture.ParseAsync(response);
    }

    private async Task<IDocument> PostAsync(string address, IDocument page, params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = new(fields.Append(("__RequestVerificationToken", Token(page))).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        HttpResponseMessage response = await Client.PostAsync(address, form);
        response.EnsureSuccessStatusCode();
        return await DashboardFixture.ParseAsync(response);
    }

    private async Task<IDocument> GetAsync(string address)
    {
        HttpResponseMessage response = await Client.GetAsync(address);
        response.EnsureSuccessStatusCode();
        return await DashboardFixture.ParseAsync(response);
    }

    private static string Token(IDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
