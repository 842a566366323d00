using System.Diagnostics;
using System.Globalization;
using Dashboard.Setup;
using Ingest.DataFiles;
using Ingest.Store;
using Microsoft.AspNetCore.Builder;

namespace Benchmarks.Pages;

/// <summary><c>pages DATABASE ROWS</c>: how long each page takes over HTTP on a large store, alone and under two hundred readers.</summary>
internal static class PagesBenchmark
{
    private const int Requests = 40;
    private const int Warming = 3;
    private const int Readers = 200;
    private const int RequestsAReader = 10;
    private static readonly TimeSpan LongestLoad = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(string database, int rows)
    {
        DataFolder data = DataFolder.Find();
        StorageOptions storage = await FilledStore.EnsureAsync(database, rows, data);
        await using WebApplication app = DashboardHost.Create(new DashboardSettings(storage, data, ["http://127.0.0.1:0"]) { RunsJobs = false });
        await using (InsightsDbContext store = StoreRegistration.Open(storage))
        {
            await Ingest.Store.Migrations.StoreUpgrade.UpgradeAsync(store, CancellationToken.None);
        }

        await app.StartAsync();
        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.First()) };
        IReadOnlyList<PageAddress> pages = await PageAddress.AllAsync(storage);
        Console.WriteLine($"{"page",-44} {"p50 ms",8} {"p95 ms",8} {"bar",5}");
        int missed = 0;
        foreach (PageAddress page in pages)
        {
            missed += await MeasureAsync(client, page) ? 0 : 1;
        }

        Console.WriteLine($"{missed} of {pages.Count} pages above their bar.");
        int errors = await LoadAsync(client, pages);
        await app.StopAsync();
        return missed == 0 && errors == 0 ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(HttpClient client, PageAddress page)
    {
        double[] milliseconds = new double[Requests];
        for (int request = -Warming; request < Requests; request++)
        {
            long start = Stopwatch.GetTimestamp();
            using HttpResponseMessage response = await client.GetAsync(page.Address(request + Warming));
            await response.Content.ReadAsByteArrayAsync();
            response.EnsureSuccessStatusCode();
            if (request >= 0)
            {
                milliseconds[request] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        Array.Sort(milliseconds);
        double p95 = milliseconds[(int)(Requests * 0.95) - 1];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page.Name,-44} {milliseconds[Requests / 2],8:0.0} {p95,8:0.0} {page.BarMilliseconds,5}{(p95 > page.BarMilliseconds ? " missed" : "")}"));
        return p95 <= page.BarMilliseconds;
    }

    /// <summary>Two hundred readers at once, each of ten pages one after the other.</summary>
    private static async Task<int> LoadAsync(HttpClient client, IReadOnlyList<PageAddress> pages)
    {
        using CancellationTokenSource limit = new(LongestLoad);
        int errors = 0;
        int answered = 0;
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(async reader =>
        {
            for (int request = 0; request < RequestsAReader && !limit.IsCancellationRequested; request++)
            {
                PageAddress page = pages[(reader + request) % pages.Count];
                try
                {
                    using HttpResponseMessage response = await client.GetAsync(page.Address((reader * RequestsAReader) + request), limit.Token);
                    await response.Content.ReadAsByteArrayAsync(limit.Token);
                    Interlocked.Increment(ref response.IsSuccessStatusCode ? ref answered : ref errors);
                }
                catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
                {
                    Interlocked.Increment(ref errors);
                }
            }
        }));
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Readers} readers: {answered} pages in {seconds:0.0} s = {answered / seconds:0} a second, {errors} errors."));
        return errors;
    }
}
