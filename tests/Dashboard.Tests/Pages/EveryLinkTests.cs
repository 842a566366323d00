using AngleSharp.Dom;
using Dashboard.Setup;
using Dashboard.Tests.Hosting;
using Dashboard.Tests.Verbs;
using Ingest.DataFiles;
using Microsoft.AspNetCore.Builder;

namespace Dashboard.Tests.Pages;

/// <summary>Follows every link of the demo from the Overview on, as a newcomer might, and looks at each page it reaches.</summary>
public sealed class EveryLinkTests(SampleStoriesTests.Analysed analysed) : IClassFixture<SampleStoriesTests.Analysed>
{
    /// <summary>Filters combine without end: of addresses that differ only in numbers and in the values of their parameters, this many are followed.</summary>
    private const int MostOfAShape = 3;

    [Fact]
    public async Task EveryLink_LeadsSomewhere()
    {
        await using WebApplication program = DashboardHost.Create(new DashboardSettings(analysed.Storage, DataFolder.Find(), ["http://127.0.0.1:0"]) { RunsJobs = false });
        await program.StartAsync();
        using HttpClient client = new() { BaseAddress = new Uri(program.Urls.First()) };
        (List<string> findings, int pages) = await CrawlAsync(client);

        findings.ShouldBeEmpty();
        pages.ShouldBeGreaterThan(40, "the crawl must have reached the program's pages");
    }

    private static async Task<(List<string> Findings, int Pages)> CrawlAsync(HttpClient client)
    {
        List<string> findings = [];
        Dictionary<string, int> followed = new(StringComparer.Ordinal);
        Dictionary<string, string> titles = new(StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal) { "/" };
        Queue<(string Address, string From)> waiting = new([("/", "the start")]);
        int pages = 0;
        while (waiting.TryDequeue(out (string Address, string From) link))
        {
            using HttpResponseMessage response = await client.GetAsync(link.Address, HttpCompletionOption.ResponseHeadersRead);
            if (!response.IsSuccessStatusCode)
            {
                findings.Add($"{link.From} links to {link.Address}, which answers {(int)response.StatusCode}");
                continue;
            }

            if (response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            pages++;
            IDocument page = await DashboardFixture.ParseAsync(response);
            findings.AddRange(FindingsOf(page, link.Address));
            NoteTitle(page, link.Address, titles, findings);
            foreach (string address in LinksOf(page, link.Address))
            {
                string shape = ShapeOf(address);
                if (followed.GetValueOrDefault(shape) < MostOfAShape && seen.Add(address))
                {
                    followed[shape] = followed.GetValueOrDefault(shape) + 1;
                    waiting.Enqueue((address, link.Address));
                }
            }
        }

        return (findings, pages);
    }

    private static IEnumerable<string> FindingsOf(IDocument page, string address)
    {
        if (page.QuerySelectorAll("h1").Length != 1)
        {
            yield return $"{address} has not one h1";
        }

        foreach (IElement table in page.QuerySelectorAll("table").Where(table => string.IsNullOrWhiteSpace(table.QuerySelector("caption")?.TextContent)))
        {
            yield return $"{address} has a table without a caption: {table.QuerySelector("th")?.TextContent.Trim()}";
        }

        foreach (IGrouping<string, IElement> same in page.QuerySelectorAll("[id]").GroupBy(element => element.Id!, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"{address} has the id {same.Key} {same.Count()} times";
        }

        foreach (string target in page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]).Where(target => target.Length == 0 || page.GetElementById(target) is null))
        {
            yield return $"{address} links to #{target}, which it does not have";
        }

        foreach (IElement link in page.QuerySelectorAll("a[href]").Where(link => string.IsNullOrWhiteSpace(link.TextContent) && link.GetAttribute("aria-label") is null))
        {
            yield return $"{address} has a link without words to {link.GetAttribute("href")}";
        }
    }

    /// <summary>Two different pages (not two states of one) must be told apart by their titles, in a list of tabs or of history.</summary>
    private static void NoteTitle(IDocument page, string address, Dictionary<string, string> titles, List<string> findings)
    {
        string path = address.Split('?')[0];
        if (!titles.TryAdd(page.Title ?? "", path) && titles[page.Title ?? ""] != path)
        {
            findings.Add($"{path} and {titles[page.Title ?? ""]} both have the title '{page.Title}'");
        }
    }

    private static IEnumerable<string> LinksOf(IDocument page, string address)
    {
        Uri here = new(new Uri("http://insights.invalid"), address);
        return page.QuerySelectorAll("a[href]")
            .Select(link => new Uri(here, link.GetAttribute("href")!))
            .Where(link => link.Scheme == here.Scheme && link.Host == here.Host)
            .Select(link => link.PathAndQuery)
            .Distinct(StringComparer.Ordinal);
    }

    /// <summary>The address without its numbers and without the values of its parameters.</summary>
    private static string ShapeOf(string address)
    {
        string[] parts = address.Split('?', 2);
        IEnumerable<string> names = parts.Length == 1 ? [] : parts[1].Split('&').Select(parameter => parameter.Split('=')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        string path = string.Join('/', parts[0].Split('/').Select(part => part.All(char.IsAsciiDigit) ? "0" : part));
        return $"{path}?{string.Join('&', names)}";
    }
}
