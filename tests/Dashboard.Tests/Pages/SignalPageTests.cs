using System.Net;
using AngleSharp.Dom;
using Dashboard.Tests.Hosting;
using Ingest.Store;
using Microsoft.EntityFrameworkCore;
using TestSupport.Pages;

namespace Dashboard.Tests.Pages;

public sealed class SignalPageTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    private const string Rise = "/signals/1";

    [Fact]
    public async Task Signal_Rise_ShowsChartRivalsTermsGroupsAndSentences()
    {
        IDocument page = await dashboard.GetPageAsync(Rise);

        page.QuerySelector("h1")!.TextContent.ShouldContain(SeededAnalysis.RiseTitle);
        page.QuerySelectorAll("#signal svg[role=img] title").Length.ShouldBe(2);
        page.QuerySelectorAll("#signal table tbody tr").Length.ShouldBe(104);
        page.Body!.TextContent.ShouldContain("The total of all complaints did not rise.");
        page.Body!.TextContent.ShouldContain("7 of 9");
        page.Body!.TextContent.ShouldContain("Office: Belfast");
        page.QuerySelector("blockquote")!.TextContent.ShouldContain("They lost my birth certificate");
    }

    [Theory]
    [InlineData(Rise, "chance alone explains up to")]
    [InlineData("/signals/3", "chance alone explains down to")]
    public async Task Signal_RiseOrFall_SaysHowFarChanceGoesThatWay(string address, string expected) =>
        (await dashboard.GetPageAsync(address)).QuerySelector("main")!.TextContent.ShouldContain(expected);

    [Fact]
    public async Task Signal_Rise_ListsExactlyTheComplaintsOfItsSeriesAndDates()
    {
        IDocument page = await dashboard.GetPageAsync(Rise);

        // One complaint a day; the area is every third, the theme every fourth: numbers 4, 16, 28 and 40 lie in the six weeks.
        page.QuerySelectorAll(".app-result h3").Select(title => title.TextContent).ShouldBe(["CMS-00004", "CMS-00016", "CMS-00028", "CMS-00040"]);
    }

    [Fact]
    public async Task Signal_Rise_ShowsItsPointsAndWhatWasCounted()
    {
        IDocument page = await dashboard.GetPageAsync(Rise);

        page.QuerySelectorAll("details table tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))).Where(row => !row.StartsWith("Week", StringComparison.Ordinal)).ShouldBe(
            ["How surely it is not chance|3.4", "Vulnerable people: 2 of 9 texts tell of it: a child|0.4", "Time since it was last raised|0.0", "All|3.8"]);
    }

    [Fact]
    public async Task Signal_Rise_SaysWhenItBeganAndWhatIsLikeItElsewhere()
    {
        IDocument page = await dashboard.GetPageAsync(Rise);

        page.QuerySelectorAll("#signal dt, dt").Single(term => term.TextContent == "Began").NextElementSibling!.TextContent
            .ShouldBe("between 6 January 2025 and 20 January 2025, 95% sure");
        page.QuerySelector("section[aria-labelledby=elsewhere] li")!.TextContent.ShouldBe("Lost or damaged documents, UK Visas and Immigration: 12 in the same periods, 11 expected");
        page.QuerySelector("section[aria-labelledby=missing] li")!.TextContent.ShouldContain("missing for 2 of 9 complaints");
    }

    [Fact]
    public async Task Signal_WithoutExplanation_LeavesThosePartsOut()
    {
        IDocument page = await dashboard.GetPageAsync("/signals/2");

        page.QuerySelector("#elsewhere").ShouldBeNull();
        page.QuerySelectorAll("dt").ShouldNotContain(term => term.TextContent == "Began");
    }

    [Fact]
    public async Task Signal_LikelyArtefact_SaysSoWithTheReason()
    {
        IDocument page = await dashboard.GetPageAsync("/signals/2");

        page.QuerySelector(".govuk-inset-text")!.TextContent.ShouldContain("a change in how complaints are recorded");
    }

    [Fact]
    public async Task Signals_SayHowManyMayBeFalse()
    {
        IDocument page = await dashboard.GetPageAsync("/signals");

        string text = page.QuerySelector(".govuk-details__text")!.TextContent;
        text.ShouldContain("30 series are watched. At most 1 false signal a quarter");
        text.ShouldContain("0.7 a quarter came through");
    }

    [Fact]
    public async Task Signal_Unknown_IsNotFound() => (await dashboard.Client.GetAsync("/signals/999")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("state=open&artefact=without", 2)]
    [InlineData("state=open&artefact=with", 1)]
    [InlineData("state=all&artefact=either", 3)]
    [InlineData("state=Confirmed&artefact=either", 0)]
    public async Task Signals_Filtered_ListsThoseThatMatch(string query, int expected)
    {
        IDocument page = await dashboard.GetPageAsync($"/signals?{query}");

        page.QuerySelectorAll(".app-signal").Length.ShouldBe(expected);
    }

    [Fact]
    public async Task Decision_WithoutReason_IsRefusedAndNothingIsStored()
    {
        await using RunningDashboard running = await RunningDashboard.StartAsync();

        HttpResponseMessage response = await DecideAsync(running, ("Decision", "Confirmed"), ("DecidedBy", "Ada"));

        IDocument page = await DashboardFixture.ParseAsync(response);
        page.Title!.ShouldStartWith("Error: ");
        page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href").ShouldBe("#reason");
        page.QuerySelector("#reason-error")!.TextContent.ShouldContain("Enter the reason for your decision");
        await using InsightsDbContext store = running.Store.Open();
        (await store.Signals.SingleAsync(row => row.Id == 1)).State.ShouldBe("New");
    }

    [Fact]
    public async Task Decision_WithReasonAndName_IsStoredAndShown()
    {
        await using RunningDashboard running = await RunningDashboard.StartAsync();

        HttpResponseMessage response = await DecideAsync(running, ("Decision", "Confirmed"), ("Reason", "Nine letters name the same scanning desk."), ("DecidedBy", "Ada"));

        IDocument page = await DashboardFixture.ParseAsync(response);
        page.QuerySelector(".govuk-notification-banner--success").ShouldNotBeNull();
        page.Body!.TextContent.ShouldContain("Nine letters name the same scanning desk.");
        await using InsightsDbContext store = running.Store.Open();
        var signal = await store.Signals.SingleAsync(row => row.Id == 1);
        (signal.State, signal.StateChangedBy).ShouldBe(("Confirmed", "Ada"));
        signal.StateChangedAtUtc.ShouldNotBeNull();
    }

    [Fact]
    public async Task Decision_WithoutTheFormsToken_IsRefused()
    {
        using FormUrlEncodedContent form = new([KeyValuePair.Create("Decision", "Confirmed")]);

        (await dashboard.Client.PostAsync(Rise, form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<HttpResponseMessage> DecideAsync(RunningDashboard running, params (string Name, string Value)[] fields)
    {
        using HttpClient client = new() { BaseAddress = running.Address };
        IDocument page = await DashboardFixture.ParseAsync(await client.GetAsync(Rise));
        string token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using FormUrlEncodedContent form = new(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        return await client.PostAsync(Rise, form);
    }
}
