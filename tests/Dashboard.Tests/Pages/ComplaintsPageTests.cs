using AngleSharp.Dom;
using Dashboard.Tests.Hosting;

namespace Dashboard.Tests.Pages;

public sealed class ComplaintsPageTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    [Fact]
    public async Task Complaints_Unfiltered_CountsAll()
    {
        IDocument page = await dashboard.GetPageAsync("/complaints");

        Count(page).ShouldBe("900 complaints");
        Facet(page, "Office", "Not recorded").ShouldBe(180);
    }

    [Theory]
    [InlineData("is=Office:Dover", "180 complaints")]
    [InlineData("is=Office:", "180 complaints")]
    [InlineData("not=Office:Dover", "720 complaints")]
    [InlineData("not=Office:", "720 complaints")]
    [InlineData("is=Office:Dover&is=Office:Belfast", "360 complaints")]
    [InlineData("is=Theme:staff_conduct", "225 complaints")]
    [InlineData("not=Theme:staff_conduct", "675 complaints")]
    [InlineData("is=Theme:staff_conduct&is=Channel:Email", "No complaints match")]
    [InlineData("q=marriage+certificate", "225 complaints")]
    [InlineData("q=marriage+-certificate", "No complaints match")]
    [InlineData("q=%22birth+marriage%22", "No complaints match")]
    [InlineData("from=2025-10-01&to=2025-10-10", "10 complaints")]
    public async Task Complaints_Filtered_CountsWhatMatches(string query, string expected) =>
        Count(await dashboard.GetPageAsync($"/complaints?{query}")).ShouldBe(expected);

    [Fact]
    public async Task Facets_OfASearch_AddUpToWhatIsFound()
    {
        IDocument page = await dashboard.GetPageAsync("/complaints?q=certificate");

        page.QuerySelectorAll("section[aria-label=Finding] .app-facet__count")
            .Sum(count => int.Parse(count.TextContent, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(225);
    }

    [Fact]
    public async Task Search_WithFindings_SaysHowTheyEnded()
    {
        IDocument page = await dashboard.GetPageAsync("/complaints?q=certificate");

        page.Body!.TextContent.ShouldContain("How they ended: 75 not upheld, 75 upheld, 75 not recorded.");
    }

    [Fact]
    public async Task Search_WordFound_IsMarkedInTheExcerpt()
    {
        IDocument page = await dashboard.GetPageAsync("/complaints?q=certificates");

        page.QuerySelector(".app-result mark")!.TextContent.ShouldBe("certificate");
    }

    [Fact]
    public async Task Paging_LastPage_HasTheRest()
    {
        IDocument page = await dashboard.GetPageAsync("/complaints?is=Office:Dover&page=9");

        page.QuerySelectorAll(".app-result").Length.ShouldBe(20);
        page.QuerySelector("[aria-current=page].govuk-pagination__link")!.TextContent.ShouldBe("9");
        page.QuerySelector("a[rel=next]").ShouldBeNull();
    }

    [Fact]
    public async Task Complaint_CodedByTheModel_ShowsOriginProbabilityAndTheWordsThatDecided()
    {
        IDocument page = await dashboard.GetPageAsync("/complaints/1");

        page.QuerySelector(".app-text mark")!.TextContent.ShouldBe("They lost");
        page.QuerySelector(".app-text")!.TextContent.ShouldContain("[person 1]");
        page.Body!.TextContent.ShouldContain("given by the model, the model's probability 87%");
        page.Body!.TextContent.ShouldContain("UK Visas and Immigration (model, probability 91%)");
    }

    [Fact]
    public async Task Complaint_WithoutAResponse_SaysNotRecorded()
    {
        IDocument page = await dashboard.GetPageAsync("/complaints/1");

        page.QuerySelectorAll("dt").Single(term => term.TextContent == "Answered").NextElementSibling!.TextContent.ShouldBe("Not recorded");
    }

    private static string Count(IDocument page) => page.QuerySelector("[role=status] h2")!.TextContent;

    private static int Facet(IDocument page, string facet, string code) => int.Parse(
        page.QuerySelectorAll($"section[aria-label={facet}] .app-facet__row").Single(row => row.QuerySelector("a")!.TextContent == code).QuerySelector(".app-facet__count")!.TextContent,
        System.Globalization.CultureInfo.InvariantCulture);
}
