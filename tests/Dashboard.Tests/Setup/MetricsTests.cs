using System.Globalization;
using System.Text;
using Dashboard.Tests.Hosting;
using TestSupport.Files;

namespace Dashboard.Tests.Setup;

public sealed class MetricsTests
{
    [Fact]
    public async Task Metrics_AfterAnImport_CountRowsByOutcome_AndRequestsByRoute()
    {
        await using RunningDashboard running = await RunningDashboard.StartAsync(isEmpty: true);
        using HttpClient client = new() { BaseAddress = running.Address };
        long quarantinedBefore = Quarantined(await client.GetStringAsync("/metrics"));

        (await client.PostAsync("/api/v1/imports?profile=home-office-sample", new ByteArrayContent(Encoding.UTF8.GetBytes(SampleRows.FiveRows)))).EnsureSuccessStatusCode();
        (await client.GetAsync("/complaints?q=somebody+by+name")).EnsureSuccessStatusCode();
        string metrics = await ReadUntilAsync(client, text => Quarantined(text) > quarantinedBefore);

        // Other tests of this process may import too.
        (Quarantined(metrics) - quarantinedBefore).ShouldBeGreaterThanOrEqualTo(2);
        metrics.ShouldContain("http_server_request_duration_seconds_count");
        metrics.ShouldContain("http_route=\"complaints\"");
        metrics.ShouldNotContain("somebody");
    }

    /// <summary>The endpoint answers from a copy for a fraction of a second.</summary>
    private static async Task<string> ReadUntilAsync(HttpClient client, Func<string, bool> isThere)
    {
        const int Attempts = 50;
        string text = string.Empty;
        for (int attempt = 0; attempt < Attempts && !isThere(text); attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
            text = await client.GetStringAsync("/metrics");
        }

        return text;
    }

    private static long Quarantined(string metrics) => metrics.Split('\n')
        .Where(line => line.StartsWith("insights_import_rows_total", StringComparison.Ordinal) && line.Contains("outcome=\"quarantined\"", StringComparison.Ordinal))
        .Sum(line => long.Parse(line[(line.IndexOf('}', StringComparison.Ordinal) + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture));
}
