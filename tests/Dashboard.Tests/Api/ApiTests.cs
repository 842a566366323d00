using System.Net;
using System.Text.Json;
using Dashboard.Tests.Hosting;
using TestSupport.Pages;

namespace Dashboard.Tests.Api;

public sealed class ApiTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    [Fact]
    public async Task Description_NamesEveryAddress()
    {
        JsonElement description = await GetAsync("/api/v1/openapi.json");

        description.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal).ShouldBe(
        [
            "/api/v1/collections", "/api/v1/complaints", "/api/v1/complaints.csv", "/api/v1/counts", "/api/v1/counts.csv", "/api/v1/imports", "/api/v1/patterns", "/api/v1/signals", "/api/v1/signals/{id}",
        ]);
        description.GetProperty("paths").EnumerateObject()
            .ShouldAllBe(path => path.Value.EnumerateObject().All(operation => operation.Name == "get" || (operation.Name == "post" && path.Name == "/api/v1/imports")), "the API reads, but for imports");
    }

    [Fact]
    public async Task Signals_Listed_StateHowManyThereAre()
    {
        JsonElement list = await GetAsync("/api/v1/signals?artefact=false");

        list.GetProperty("count").GetInt32().ShouldBe(2);
        list.GetProperty("signals")[0].GetProperty("title").GetString().ShouldBe(SeededAnalysis.RiseTitle);
        list.GetProperty("signals")[0].GetProperty("state").GetString().ShouldBe("New");
    }

    [Fact]
    public async Task Signal_Found_HasItsFacetsAndChart()
    {
        JsonElement signal = await GetAsync("/api/v1/signals/1");

        signal.GetProperty("facets").GetProperty("BusinessArea").GetString().ShouldBe("HMPassportOffice");
        signal.GetProperty("chart")[0].GetProperty("expected").ValueKind.ShouldBe(JsonValueKind.Null, "the first weeks have too little history to be judged");
    }

    [Fact]
    public async Task Patterns_Found_HaveTheirComplaintsAndWhatCouldNotBeJudged()
    {
        JsonElement found = (await GetAsync("/api/v1/patterns")).GetProperty("patterns");

        found.GetProperty("newThemes")[0].GetProperty("complaintIds").GetArrayLength().ShouldBe(6);
        found.GetProperty("blindSpots")[0].GetProperty("kind").GetString().ShouldBe("FallingRecording");
        found.GetProperty("notAssessed")[0].GetString()!.ShouldContain("no sizes");
    }

    [Fact]
    public async Task Counts_AllSeries_AddUpToAllComplaints()
    {
        JsonElement counts = await GetAsync("/api/v1/counts?split=Office&from=2024-10-16&to=2025-10-15");

        counts.GetProperty("series").EnumerateArray().Sum(series => series.GetProperty("periods").EnumerateArray().Sum(period => period.GetProperty("complaints").GetInt32()))
            .ShouldBe(counts.GetProperty("allComplaints").GetInt32());
    }

    [Fact]
    public async Task ComplaintsCsv_Downloaded_HasAsManyRowsAsItStates()
    {
        HttpResponseMessage response = await dashboard.Client.GetAsync("/api/v1/complaints.csv?is=Office:Dover");

        int stated = int.Parse(response.Headers.GetValues("X-Row-Count").Single(), System.Globalization.CultureInfo.InvariantCulture);
        string[] lines = (await response.Content.ReadAsStringAsync()).Trim().Split("\r\n");
        stated.ShouldBe(180);
        lines.Length.ShouldBe(1 + stated);
        response.Content.Headers.ContentDisposition!.FileName!.ShouldContain("180-rows");
    }

    [Fact]
    public async Task Complaints_UnknownCollection_IsNotFound() =>
        (await dashboard.Client.GetAsync("/api/v1/complaints?collection=nobody")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private async Task<JsonElement> GetAsync(string address)
    {
        using JsonDocument document = JsonDocument.Parse(await dashboard.Client.GetStringAsync(address));
        return document.RootElement.Clone();
    }
}
