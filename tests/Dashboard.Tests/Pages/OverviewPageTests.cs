using AngleSharp.Dom;
using Dashboard.Tests.Hosting;
using TestSupport.Pages;

namespace Dashboard.Tests.Pages;

public sealed class OverviewPageTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    [Fact]
    public async Task Overview_SignalsRaised_ListsThemRankedWithoutLikelyArtefacts()
    {
        IDocument page = await dashboard.GetPageAsync("/");

        page.QuerySelectorAll(".app-signal h3 a").Select(link => link.TextContent).ShouldBe([SeededAnalysis.RiseTitle, SeededAnalysis.FallTitle]);
        page.QuerySelector("#attention")!.TextContent.ShouldBe("2 things need attention");
        page.Body!.TextContent.ShouldContain("1 more is a likely artefact");
    }

    [Fact]
    public async Task Overview_SomeOfficesMissing_SaysHowManyOutOfHowMany()
    {
        IDocument page = await dashboard.GetPageAsync("/");

        // 365 days with one complaint each; every fifth has no office.
        IElement row = page.QuerySelectorAll("tbody tr").Single(element => element.QuerySelector("th")!.TextContent == "Office");
        row.QuerySelectorAll("td").Select(cell => cell.TextContent).ShouldBe(["292", "73", "20%"]);
    }

    [Fact]
    public async Task Overview_Always_SaysWhereItsNumbersCameFrom()
    {
        IDocument page = await dashboard.GetPageAsync("/");

        string sources = page.QuerySelector(".app-sources")!.TextContent;
        sources.ShouldContain("900 complaints, dated 5 May 2023 to 15 October 2025.");
        sources.ShouldContain("5 of them have no date");
        sources.ShouldContain("Newest analysis: 16 October 2025 at 09:03 UTC, looking back from 15 October 2025.");
    }

    [Fact]
    public async Task Overview_NothingImported_OffersAnImport()
    {
        await using RunningDashboard empty = await RunningDashboard.StartAsync(isEmpty: true);
        using HttpClient client = new() { BaseAddress = empty.Address };

        IDocument page = await DashboardFixture.ParseAsync(await client.GetAsync("/"));

        page.QuerySelector("main a[role=button]")!.GetAttribute("href").ShouldBe("/imports/new");
    }

    [Fact]
    public async Task Overview_UnknownCollection_IsNotFound() =>
        (await dashboard.Client.GetAsync("/?collection=nobody")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
}
