using System.Net;
using AngleSharp.Dom;
using Dashboard.Tests.Hosting;
using TestSupport.Pages;

namespace Dashboard.Tests.Pages;

public sealed class ImportsPageTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    [Fact]
    public async Task Import_Finished_ShowsAnAccountThatBalances()
    {
        IDocument page = await dashboard.GetPageAsync("/imports/1");

        page.QuerySelector(".govuk-body-l")!.TextContent.ShouldBe("910 read = 900 accepted + 7 duplicates + 0 updated + 3 refused");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(SeededComplaints.Quarantined);
        page.Body!.TextContent.ShouldContain("the columns of this row are shifted by one");
    }

    [Fact]
    public async Task RefusedRows_Downloaded_AreSafeInASpreadsheet()
    {
        HttpResponseMessage response = await dashboard.Client.GetAsync("/imports/1/refused.csv");

        string[] lines = (await response.Content.ReadAsStringAsync()).Trim().Split("\r\n");
        lines.Length.ShouldBe(1 + SeededComplaints.Quarantined);
        response.Headers.GetValues("X-Row-Count").ShouldBe(["3"]);
    }

    [Fact]
    public async Task Upload_WithoutFile_IsRefusedWithASentence()
    {
        using MultipartFormDataContent form = await FormAsync();
        form.Add(new StringContent(SeededStore.Classified), "Profile");

        IDocument page = await DashboardFixture.ParseAsync(await dashboard.Client.PostAsync("/imports/new", form));

        page.QuerySelector("#upload-error")!.TextContent.ShouldContain("Select a file");
    }

    [Fact]
    public async Task Upload_OfAFile_WaitsForItsTurnUnderASafeName()
    {
        using MultipartFormDataContent form = await FormAsync();
        form.Add(new StringContent(SeededStore.Classified), "Profile");
        form.Add(new StringContent("CaseReference\r\n1"), "Upload", "..\\..\\evil<name>.csv");

        HttpResponseMessage response = await dashboard.Client.PostAsync("/imports/new", form);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.RequestMessage!.RequestUri!.AbsolutePath.ShouldStartWith("/imports/uploads/");
        IDocument page = await DashboardFixture.ParseAsync(response);
        page.QuerySelector("h1")!.TextContent.Trim().ShouldBe("evil_name_.csv");
    }

    private async Task<MultipartFormDataContent> FormAsync()
    {
        IDocument page = await dashboard.GetPageAsync("/imports/new");
        string token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
    }
}
