using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Dashboard.Tests.Hosting;
using TestSupport.Files;

namespace Dashboard.Tests.Api;

/// <summary>
/// The quarterly figure that is published: the share answered within 20 working days. A file is made in which 86, 88, 88 and 91 of a hundred complaints of the
/// quarters of 2015 were answered in time; bank holidays decide about ten of each hundred.
/// </summary>
public sealed class QuarterlyStandardTests : EmptyDashboardTests
{
    private const int ComplaintsAQuarter = 100;
    private const int DecidedByHolidays = 10;

    /// <summary>
    /// For each quarter of 2015 a day of receipt whose twenty working days hold bank holidays, the last day in time counted by hand, and how many of the hundred are in time.
    /// Q1: Good Friday and Easter Monday, 3 and 6 April. Q2: 4 and 25 May. Q3: 31 August. Q4: 25 and 28 December, 1 January.
    /// </summary>
    private static readonly (string Received, string LastInTime, string NextWorkingDay, int InTime)[] Quarters =
    [
        ("2015-03-16", "2015-04-15", "2015-04-16", 86),
        ("2015-05-01", "2015-06-02", "2015-06-03", 88),
        ("2015-08-17", "2015-09-15", "2015-09-16", 88),
        ("2015-12-07", "2016-01-07", "2016-01-08", 91),
    ];

    [Fact]
    public async Task SharesOf2015_ComeOutAsPublished()
    {
        await ImportAsync(Rows().Append(Row("open", "2015-05-01", null)));

        JsonElement counts = JsonDocument.Parse(await Client.GetStringAsync(new Uri("/api/v1/counts?measure=InTime&interval=Quarter&from=2015-01-01&to=2015-12-31", UriKind.Relative))).RootElement;

        JsonElement[] quarters = [.. counts.GetProperty("series").EnumerateArray().ShouldHaveSingleItem().GetProperty("periods").EnumerateArray()];
        quarters.Select(quarter => quarter.GetProperty("answered").GetInt32()).ShouldBe([ComplaintsAQuarter, ComplaintsAQuarter, ComplaintsAQuarter, ComplaintsAQuarter]);
        quarters.Select(quarter => quarter.GetProperty("answeredInTime").GetInt32()).ShouldBe([86, 88, 88, 91]);
        quarters.Select(quarter => quarter.GetProperty("value").GetDouble()).ShouldBe([0.86, 0.88, 0.88, 0.91], tolerance: 1e-12);
        quarters[1].GetProperty("complaints").GetInt32().ShouldBe(ComplaintsAQuarter + 1, "the one without an answer is counted, and is in no share");

        string page = WebUtility.HtmlDecode(await Client.GetStringAsync(new Uri("/trends?measure=InTime&interval=Quarter&from=2015-01-01&to=2015-12-31", UriKind.Relative)));
        page.ShouldContain("Share answered in 20 working days");
        foreach (string share in (string[])["86%", "88%", "91%"])
        {
            page.ShouldContain(share);
        }
    }

    private static IEnumerable<string> Rows() => Quarters.SelectMany((quarter, number) => Enumerable.Range(0, ComplaintsAQuarter).Select(index =>
        Row($"Q{number + 1}-{index}", quarter.Received, index < DecidedByHolidays ? quarter.LastInTime : index < quarter.InTime ? quarter.Received : quarter.NextWorkingDay)));

    private static string Row(string reference, string received, string? responded) =>
        $"{reference},{received},,{responded},,Service - Delay,Croydon,Email,,,,,The decision took far too long ({reference}).";

    private async Task ImportAsync(IEnumerable<string> rows)
    {
        using ByteArrayContent body = new(Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(SampleRows.Header))));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        HttpResponseMessage response = await Client.PostAsync(new Uri("/api/v1/imports?profile=home-office-sample&fileName=2015.csv", UriKind.Relative), body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
    }
}
