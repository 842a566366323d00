using AngleSharp.Dom;
using Dashboard.Tests.Hosting;

namespace Dashboard.Tests.Jobs;

/// <summary>Files that are none of what was asked for, handed in on the page: a sentence in the sender's words, and nothing stored.</summary>
public sealed class BadUploadTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("Name,Colour\r\na,b\r\n", "complaints.csv, line 1: this is no file of the profile 'home-office-sample'")]
    [InlineData("abc\0\u0001\u0002def\0,,,", "complaints.csv is a binary file")]
    [InlineData(" \r\n \r\n", "complaints.csv")]
    public async Task Upload_OfSomethingElse_IsRefusedInASentenceAndStoresNothing(string content, string expected)
    {
        await using RunningDashboard running = await RunningDashboard.StartAsync(isEmpty: true, runsJobs: true);
        using HttpClient client = new() { BaseAddress = running.Address };
        IDocument form = await DashboardFixture.ParseAsync(await client.GetAsync("/imports/new"));
        using MultipartFormDataContent upload = new()
        {
            { new StringContent(form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent("home-office-sample"), "Profile" },
            { new StringContent(content), "Upload", "complaints.csv" },
        };

        HttpResponseMessage sent = await client.PostAsync("/imports/new", upload);
        string said = await EndAsync(client, sent.RequestMessage!.RequestUri!);

        said.ShouldContain("Nothing was imported.");
        said.ShouldContain(expected);
        said.ShouldNotContain(".uploads");
        (await client.GetStringAsync("/imports")).ShouldContain("Nothing has been imported yet.");
    }

    private static async Task<string> EndAsync(HttpClient client, Uri address)
    {
        using CancellationTokenSource patience = new(Patience);
        while (true)
        {
            string text = (await DashboardFixture.ParseAsync(await client.GetAsync(address))).QuerySelector("main")!.TextContent;
            if (text.Contains("Nothing was imported", StringComparison.Ordinal))
            {
                return text;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
        }
    }
}
