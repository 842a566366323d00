using System.Net;
using AngleSharp.Dom;
using Dashboard.Tests.Hosting;
using Ingest.Store;
using Microsoft.EntityFrameworkCore;
using TestSupport.Pages;

namespace Dashboard.Tests.Pages;

public sealed class PatternsPageTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    [Fact]
    public async Task NewTheme_ShowsHowManyOfHowManyWhenAndWhatPeopleSay()
    {
        IDocument page = await dashboard.GetPageAsync("/patterns");

        IElement theme = page.QuerySelector("#theme-a1b2c3d4")!;
        theme.QuerySelector("h3")!.TextContent.ShouldBe(SeededPatterns.NewThemeName);
        theme.TextContent.ShouldContain("6 complaints (5 when each letter campaign counts once) of the 120 read, dated 22 September 2025 to 12 October 2025. First seen by the analysis as of 8 October 2025.");
        theme.QuerySelector("blockquote")!.TextContent.ShouldContain("The kiosk froze at the desk.");
        theme.QuerySelectorAll("details a").Select(link => link.TextContent).ShouldBe(["CMS-00003", "CMS-00007", "CMS-00011", "CMS-00015", "CMS-00019", "CMS-00023"]);
        page.Body!.TextContent.ShouldContain("Read were 120 complaints from 16 October 2024 to 15 October 2025");
    }

    [Fact]
    public async Task NewTheme_ItsWordsSearchTheComplaintsOfItsDays()
    {
        IDocument page = await dashboard.GetPageAsync("/patterns");

        page.QuerySelectorAll("#theme-a1b2c3d4 .app-chosen__link").Select(link => link.GetAttribute("href")).ShouldBe(
        [
            "/complaints?collection=home-office-sample&q=kiosk&from=2025-09-22&to=2025-10-12",
            "/complaints?collection=home-office-sample&q=%22frozen%20screen%22&from=2025-09-22&to=2025-10-12",
        ]);
    }

    [Fact]
    public async Task Echo_ShowsEachPlaceWithItsExpectationAndLeadsToItsComplaints()
    {
        IDocument page = await dashboard.GetPageAsync("/patterns");

        IElement[] rows = [.. page.QuerySelectorAll("section[aria-labelledby=echoes] tbody tr")];
        rows.Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))).ShouldBe(["Croydon|5|0.4", "Belfast|4|0.6"]);
        IDocument complaints = await dashboard.GetPageAsync(rows[0].QuerySelector("a")!.GetAttribute("href")!);

        // Days 0 to 90: the theme is every fourth number from 2, Croydon every fifth from 0.
        complaints.QuerySelectorAll(".app-result h3").Select(title => title.TextContent).ShouldBe(["CMS-00010", "CMS-00030", "CMS-00050", "CMS-00070", "CMS-00090"]);
    }

    [Fact]
    public async Task BlindSpot_OfAFieldLeadsToTheComplaintsWithoutIt()
    {
        IDocument page = await dashboard.GetPageAsync("/patterns");

        IElement[] links = [.. page.QuerySelectorAll("section[aria-labelledby=blind-spots] li a")];
        page.QuerySelectorAll("section[aria-labelledby=blind-spots] h3").Select(kind => kind.TextContent).ShouldBe(["Recording has fallen (1)", "A field is no longer recorded (1)"]);
        links.Length.ShouldBe(2);
        IDocument complaints = await dashboard.GetPageAsync(links[1].GetAttribute("href")!);

        // Days 0 to 89: Belfast is every fifth number from 2, without a finding is every third from 2.
        complaints.QuerySelectorAll(".app-result h3").Select(title => title.TextContent).ShouldBe(["CMS-00002", "CMS-00017", "CMS-00032", "CMS-00047", "CMS-00062", "CMS-00077"]);
    }

    [Fact]
    public async Task NothingFound_SaysSoAndWhatCouldNotBeJudged()
    {
        IDocument page = await dashboard.GetPageAsync("/patterns?collection=housing-ombudsman");

        page.QuerySelectorAll("h2").Select(heading => heading.TextContent).ShouldContain("No new theme");
        page.QuerySelectorAll("h2").Select(heading => heading.TextContent).ShouldContain("No blind spot");
        page.QuerySelector("section[aria-labelledby=not-assessed]")!.TextContent.ShouldContain("no complaint of this time has a text");
    }

    [Fact]
    public async Task Navigation_LeadsToThePage()
    {
        IDocument page = await dashboard.GetPageAsync("/patterns");

        IElement link = page.QuerySelector("nav .govuk-service-navigation__item--active a")!;
        (link.TextContent.Trim(), link.GetAttribute("href")).ShouldBe(("Patterns", "/patterns?collection=home-office-sample"));
    }

    [Fact]
    public async Task UnknownCollection_IsNotFound() => (await dashboard.Client.GetAsync("/patterns?collection=nobody")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task ComplaintThatLeftTheStore_TakesItsWordsAlong()
    {
        await using RunningDashboard running = await RunningDashboard.StartAsync();
        await using (InsightsDbContext store = running.Store.Open())
        {
            await store.Complaints.Where(row => row.Reference == SeededPatterns.ExampleReference).ExecuteDeleteAsync();
        }

        IDocument page = await PageAsync(running);

        page.QuerySelector("#theme-a1b2c3d4")!.QuerySelector("blockquote").ShouldBeNull();
        page.QuerySelector("#theme-a1b2c3d4 details")!.TextContent.ShouldContain("1 more have left the store since the analysis.");
        page.QuerySelectorAll("#theme-a1b2c3d4 details a").Length.ShouldBe(5);
    }

    [Fact]
    public async Task BeforeAnyAnalysis_SaysWhatToDo()
    {
        await using RunningDashboard running = await RunningDashboard.StartAsync();
        await using (InsightsDbContext store = running.Store.Open())
        {
            await store.AnalysisRuns.ExecuteUpdateAsync(set => set.SetProperty(run => run.Patterns, (string?)null));
        }

        (await PageAsync(running)).QuerySelector("main")!.TextContent.ShouldContain("No analysis has looked for patterns in these complaints yet.");
    }

    [Fact]
    public async Task EmptyStore_OffersAnImport()
    {
        await using RunningDashboard running = await RunningDashboard.StartAsync(isEmpty: true);

        (await PageAsync(running)).QuerySelector("main")!.TextContent.ShouldContain("Nothing has been imported yet.");
    }

    private static async Task<IDocument> PageAsync(RunningDashboard running)
    {
        using HttpClient client = new() { BaseAddress = running.Address };
        HttpResponseMessage response = await client.GetAsync("/patterns");
        response.EnsureSuccessStatusCode();
        return await DashboardFixture.ParseAsync(response);
    }
}
