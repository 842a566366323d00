using AngleSharp.Dom;
using Dashboard.Tests.Hosting;
using TestSupport.Pages;

namespace Dashboard.Tests.Pages;

/// <summary>The seeded store has one campaign of two letters, complaints 11 and 15, named by complaint 1.</summary>
public sealed class CampaignsPageTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    [Fact]
    public async Task Campaigns_Listed_ShowRawAndOnceCountedNumbers()
    {
        IDocument page = await dashboard.GetPageAsync($"/campaigns?collection={SeededStore.Classified}");

        page.QuerySelector(".govuk-body-l")!.TextContent.ShouldBe("900 complaints as received; 899 when each campaign counts once.");
        IElement row = page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
        row.QuerySelectorAll("td").Select(cell => cell.TextContent).TakeLast(2).ShouldBe(["2", "1"]);
    }

    [Fact]
    public async Task CollectionOfFormulas_SaysThatItIsNotGrouped() =>
        (await dashboard.GetPageAsync($"/campaigns?collection={SeededStore.WithSizes}")).Body!.TextContent.ShouldContain("letters are not grouped");

    [Fact]
    public async Task Campaign_OfNoNumber_IsNotFound() =>
        (await dashboard.Client.GetAsync("/campaigns/999999")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
}
