using Ingest.Store;
using Microsoft.EntityFrameworkCore;

namespace Benchmarks.Pages;

/// <summary>A page to measure.</summary>
/// <param name="Name">As the table prints it.</param>
/// <param name="BarMilliseconds">Its 95th percentile is to be at most this.</param>
/// <param name="Address">The address of the nth request. Dates and words differ from one to the next where the page lets them, so that no memory of an earlier answer serves it.</param>
internal sealed record PageAddress(string Name, int BarMilliseconds, Func<int, string> Address)
{
    private const int PageBar = 100;
    private const int SearchBar = 200;

    private static readonly string[] CommonWords = ["application", "told", "visa", "letter", "waiting", "email", "weeks", "passport", "officer", "called"];
    private static readonly string[] RareWords = ["mould", "gangway", "priest", "umbrella", "stapled", "violin", "insulin", "courier", "translator", "luggage"];

    public static async Task<IReadOnlyList<PageAddress>> AllAsync(StorageOptions storage)
    {
        await using InsightsDbContext store = StoreRegistration.Open(storage);
        long? signal = await store.Signals.OrderBy(row => row.Rank).Select(row => (long?)row.Id).FirstOrDefaultAsync();
        long complaint = await store.Complaints.MaxAsync(row => row.Id);
        List<PageAddress> pages =
        [
            new("Overview", PageBar, _ => "/"),
            new("Signals", PageBar, _ => "/signals"),
            new("Imports", PageBar, _ => "/imports"),
            new("Trends, month", PageBar, n => Trends("Month", n)),
            new("Trends, quarter", PageBar, n => Trends("Quarter", n)),
            new("Trends, week", PageBar, n => Trends("Week", n)),
            new("Trends by office, month", PageBar, n => Trends("Month", n, "Office")),
            new("Trends by theme, quarter, in time", PageBar, n => Trends("Quarter", n, "Theme") + "&measure=InTime"),
            new("Trends by theme and office, month", PageBar, n => Trends("Month", n, "Theme", "Office")),
            new("Trends by area and theme, quarter", PageBar, n => Trends("Quarter", n, "BusinessArea", "Theme")),
            new("Trends by theme and office, default", PageBar, _ => "/trends?split=Theme&then=Office"),
            new("Complaints", PageBar, _ => "/complaints"),
            new("Complaints of a span", PageBar, n => $"/complaints?from={Day(n)}"),
            new("Complaints of a theme", PageBar, _ => "/complaints?is=Theme:staff_conduct"),
            new("Complaints of an office, but a theme", PageBar, n => $"/complaints?is=Office:Office%20{n % 30}&not=Theme:staff_conduct"),
            new("One complaint", PageBar, n => $"/complaints/{complaint - (n * 97)}"),
            new("Search, common word", SearchBar, n => $"/complaints?q={CommonWords[n % 10]}"),
            new("Search, rare word", SearchBar, n => $"/complaints?q={RareWords[n % 10]}"),
            new("Search, two words", SearchBar, n => $"/complaints?q={CommonWords[n % 10]}%20{CommonWords[(n + 1 + (n / 10)) % 10]}"),
            new("Search, common and rare word", SearchBar, n => $"/complaints?q={CommonWords[n % 10]}%20{RareWords[(n / 10) % 10]}"),
            new("Search, common word, two left out", SearchBar, n => $"/complaints?q={CommonWords[n % 10]}&not=Theme:staff_conduct&not=BusinessArea:UKVI"),
            new("Search, common word but another", SearchBar, n => $"/complaints?q={CommonWords[n % 10]}%20-{CommonWords[(n + 3) % 10]}"),
            new("Search, common word of an office", SearchBar, n => $"/complaints?q={CommonWords[n % 10]}&is=Office:Office%2031"),
        ];
        if (signal is { } id)
        {
            pages.Insert(2, new("A signal", PageBar, _ => $"/signals/{id}"));
        }

        return pages;
    }

    private static string Trends(string interval, int number, string? split = null, string? then = null) =>
        $"/trends?interval={interval}&from={Day(number)}{(split is null ? "" : $"&split={split}")}{(then is null ? "" : $"&then={then}")}";

    private static string Day(int number) => new DateOnly(2022, 1, 5).AddDays(number).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
