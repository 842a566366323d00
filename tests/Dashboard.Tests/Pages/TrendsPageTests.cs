using AngleSharp.Dom;
using Dashboard.Pages.Shared;
using Dashboard.Tests.Hosting;
using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Store.PageQueries.Collections;

namespace Dashboard.Tests.Pages;

public sealed class TrendsPageTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    private const string DampByLandlord = "/trends?collection=housing-ombudsman&measure=Rate&split=Theme&only=damp_and_mould&then=Organisation&from=2022-07-01&to=2025-10-15";

    [Fact]
    public async Task RatePerHomes_SomeSizesUnknown_SaysForHowManyComplaints()
    {
        IDocument page = await dashboard.GetPageAsync(DampByLandlord);

        // 200 complaints about damp, spread evenly over four landlords; the third landlord's size is unknown.
        page.Body!.TextContent.ShouldContain("200 of them are counted here.");
        page.Body!.TextContent.ShouldContain("For 50 of 200 complaints (25%) the number of homes is not known: they have no rate.");
    }

    [Fact]
    public async Task RatePerHomes_ByLandlord_IsComplaintsOverHomes()
    {
        IDocument page = await dashboard.GetPageAsync(DampByLandlord);

        Row(page, "Landlord 1").ShouldBe(["50", "1,000", "50.00"]);
        Row(page, "Landlord 4").ShouldBe(["50", "4,000", "12.50"]);
        Row(page, "Landlord 3").ShouldBe(["50", "not known", "not known"]);
    }

    [Fact]
    public async Task NewestWeeks_NotAllIn_SayWhatTheyWillComeTo()
    {
        IDocument page = await dashboard.GetPageAsync("/trends");

        IElement section = page.QuerySelector("section[aria-labelledby=still-to-come]")!;
        section.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))).ShouldBe(
            ["Week of 6 October 2025|12|60%|about 20 (15 to 27)", "Week of 29 September 2025|7|90%|too few to tell"]);
        section.TextContent.ShouldContain("From how late complaints of 60 weeks were imported (chain ladder), with what came until 15 October 2025.");
    }

    [Theory]
    [InlineData("/trends?split=Office")]
    [InlineData("/trends?measure=Upheld")]
    [InlineData("/trends?from=2024-10-01&to=2025-08-31")]
    [InlineData("/trends?collection=housing-ombudsman")]
    public async Task OtherQuestions_AreNotAnsweredByTheDelaysOfAllComplaints(string address) =>
        (await dashboard.GetPageAsync(address)).QuerySelector("section[aria-labelledby=still-to-come]").ShouldBeNull();

    [Fact]
    public async Task SplitByOffice_SomeMissing_HasARowForThem()
    {
        IDocument page = await dashboard.GetPageAsync("/trends?split=Office&from=2024-10-16&to=2025-10-15");

        Row(page, "Not recorded")[0].ShouldBe("73");
        page.Body!.TextContent.ShouldContain("73 of 365 (20%) have no code in this split");
    }

    [Fact]
    public async Task Month_NotOver_IsMarkedAsNotComplete()
    {
        IDocument page = await dashboard.GetPageAsync("/trends?from=2025-01-01&to=2025-10-15");

        IElement[] rows = [.. page.QuerySelectorAll("#trend tbody tr")];
        rows[0].TextContent.ShouldContain("October 2025");
        rows[0].TextContent.ShouldContain("Not complete yet");
        rows[1].TextContent.ShouldNotContain("Not complete yet");
    }

    [Theory]
    [InlineData(0, 31, 11, 1)]
    [InlineData(0, 30, 10, 31)]
    [InlineData(1, 31, 10, 19)]
    public void IncompleteFrom_MonthEndsInTheMiddleOfAWeek_IsTheDayAfterWhatIsKnown(int incompleteWeeks, int asOfDay, int month, int day)
    {
        ImportProfile profile = DataFolder.Find().LoadProfile("home-office-sample");
        CollectionContext collection = new(
            new CollectionListing(1, "x", "X", "home-office-sample", "1", "all"),
            profile with { Collection = profile.Collection with { IncompletePeriods = incompleteWeeks } },
            new SourceInformation { Complaints = 1, Undated = 0, Answered = 0, WithFinding = 0, UsedDimensions = [], AsOf = new DateOnly(2026, 10, asOfDay) });

        collection.IncompleteFrom.ShouldBe(new DateOnly(2026, month, day));
    }

    [Fact]
    public async Task ShareUpheld_WithoutFindings_StatesHowManyAreMissing()
    {
        IDocument page = await dashboard.GetPageAsync("/trends?measure=Upheld&split=Channel&from=2024-10-16&to=2025-10-15");

        string[] email = Row(page, "Email");
        (int.Parse(email[1], System.Globalization.CultureInfo.InvariantCulture) + int.Parse(email[2], System.Globalization.CultureInfo.InvariantCulture))
            .ShouldBe(int.Parse(email[0], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Splits_AskedForInTheOtherOrder_GiveTheSameNumbers()
    {
        IDocument there = await dashboard.GetPageAsync("/trends?split=BusinessArea&only=UKVI&then=Theme&from=2024-10-16&to=2025-10-15");
        IDocument back = await dashboard.GetPageAsync("/trends?split=Theme&then=BusinessArea&thenOnly=UKVI&from=2024-10-16&to=2025-10-15");

        Row(back, "Staff conduct").ShouldBe(Row(there, "Staff conduct"));
    }

    [Theory]
    [InlineData("/trends?measure=Nonsense", "Measure: expected one of")]
    [InlineData("/trends?from=31-12-2024", "From: expected a date such as 2025-03-31.")]
    [InlineData("/trends?split=Office&then=Channel", "are not counted together in this collection")]
    [InlineData("/trends?measure=Rate", "This collection does not carry what")]
    public async Task Address_ThatDoesNotFit_FallsBackAndSaysSo(string address, string expected)
    {
        IDocument page = await dashboard.GetPageAsync(address);

        page.QuerySelector("[role=status]")!.TextContent.ShouldContain(expected);
    }

    [Fact]
    public async Task Splits_WithNothingRecorded_AreNotOffered()
    {
        IDocument page = await dashboard.GetPageAsync("/trends?collection=housing-ombudsman");

        string[] offered = [.. page.QuerySelectorAll("#split option").Select(option => option.GetAttribute("value")!)];
        offered.ShouldContain("Organisation");
        offered.ShouldNotContain("Office");
    }

    [Fact]
    public async Task ChartDownload_IsAnSvgFileWithTheSameTitle()
    {
        HttpResponseMessage response = await dashboard.Client.GetAsync("/trends/chart.svg?split=Office&only=Dover");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        (await response.Content.ReadAsStringAsync()).ShouldContain("Dover: Complaints by month");
    }

    private static string[] Row(IDocument page, string name) =>
        [.. page.QuerySelectorAll("table[data-module=moj-sortable-table] tbody tr").Single(row => row.QuerySelector("th")!.TextContent == name).QuerySelectorAll("td").Select(cell => cell.TextContent)];
}
