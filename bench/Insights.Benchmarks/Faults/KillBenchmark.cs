using System.Diagnostics;
using System.Globalization;
using Benchmarks.Import;
using Ingest.DataFiles;
using Ingest.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Benchmarks.Faults;

/// <summary>
/// Kills an import (SIGKILL) at a random point, imports the file again, and compares every row, count and the account with those of an import that nobody
/// disturbed. Half of the runs on SQLite, half on PostgreSQL when INSIGHTS_TEST_POSTGRES names a server.
/// </summary>
internal static class KillBenchmark
{
    /// <summary>Four transactions of the writer's.</summary>
    private const int Rows = 28_000;
    private const int NarrativeCharacters = 150;
    private const string Profile = "home-office-sample";
    private const string PostgresVariable = "INSIGHTS_TEST_POSTGRES";

    public static async Task<int> RunAsync(int runs, int seed)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-kill-");
        try
        {
            string file = WriteFile(folder);
            string? server = Environment.GetEnvironmentVariable(PostgresVariable);
            StorageProvider[] providers = server is null ? [StorageProvider.Sqlite] : [StorageProvider.Sqlite, StorageProvider.PostgreSQL];
            Random random = new(seed);
            int failed = 0;
            foreach (StorageProvider provider in providers)
            {
                failed += await RunAsync(provider, server, folder, file, runs / providers.Length, random);
            }

            Console.WriteLine(failed == 0 ? "Every import equals the undisturbed one." : $"{failed} imports differ.");
            return failed == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> RunAsync(StorageProvider provider, string? server, DirectoryInfo folder, string file, int runs, Random random)
    {
        (string expected, TimeSpan whole) = await UndisturbedAsync(provider, server, folder, file);
        int failed = 0;
        for (int run = 0; run < runs; run++)
        {
            StorageOptions storage = Storage(provider, server, folder, $"{provider}{run}");
            TimeSpan delay = whole * random.NextDouble();
            int storedBefore = await KillAfterAsync(storage, file, delay);
            using (Process again = Start(storage, file))
            {
                await again.WaitForExitAsync();
            }

            string found = await StoreDigest.OfAsync(storage, Rows);
            bool isSame = string.Equals(found, expected, StringComparison.Ordinal);
            failed += isSame ? 0 : 1;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{provider} {run + 1}: killed after {delay.TotalMilliseconds:0} of {whole.TotalMilliseconds:0} ms with {storedBefore} complaints stored; then {(isSame ? "the same" : "DIFFERENT: " + found)}"));
            await DropAsync(storage);
        }

        return failed;
    }

    private static async Task<(string Digest, TimeSpan Duration)> UndisturbedAsync(StorageProvider provider, string? server, DirectoryInfo folder, string file)
    {
        StorageOptions storage = Storage(provider, server, folder, $"{provider}whole");
        long started = Stopwatch.GetTimestamp();
        using (Process whole = Start(storage, file))
        {
            await whole.WaitForExitAsync();
        }

        TimeSpan duration = Stopwatch.GetElapsedTime(started);
        string digest = await StoreDigest.OfAsync(storage, Rows);
        Console.WriteLine($"{provider}, undisturbed: {digest}");
        await DropAsync(storage);
        return (digest, duration);
    }

    private static async Task<int> KillAfterAsync(StorageOptions storage, string file, TimeSpan delay)
    {
        using (Process killed = Start(storage, file))
        {
            await Task.Delay(delay);
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        try
        {
            await using InsightsDbContext context = StoreRegistration.Open(storage);
            return await context.Complaints.CountAsync();
        }
        catch (Exception problem) when (problem is Microsoft.Data.Sqlite.SqliteException or NpgsqlException)
        {
            // It died before it had made its tables.
            return 0;
        }
    }

    private static Process Start(StorageOptions storage, string file) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath!,
        [typeof(KillBenchmark).Assembly.Location, "faults", "import", storage.Provider.ToString(), storage.ConnectionString, storage.KeyFile!, Profile, file]))!;

    private static StorageOptions Storage(StorageProvider provider, string? server, DirectoryInfo folder, string name) => new()
    {
        Provider = provider,
        ConnectionString = provider == StorageProvider.Sqlite
            ? $"Data Source={Path.Combine(folder.FullName, name)}.db;Pooling=False"
            : new NpgsqlConnectionStringBuilder(server) { Database = $"insights_kill_{name.ToLowerInvariant()}_{Environment.ProcessId}", Pooling = false }.ConnectionString,
        KeyFile = Path.Combine(folder.FullName, name + ".key"),
    };

    private static async Task DropAsync(StorageOptions storage)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        await context.Database.EnsureDeletedAsync();
    }

    /// <summary>Every kind of row: good ones, ones that are refused, references that come twice with other contents, letters of a campaign.</summary>
    private static string WriteFile(DirectoryInfo folder)
    {
        const int RefusedEvery = 97;
        const int ChangedEvery = 101;
        const int CampaignEvery = 50;
        string made = Path.Combine(folder.FullName, "made.csv");
        NarrativeFile.Write(made, Rows, DataFolder.Find(), NarrativeCharacters);
        string file = Path.Combine(folder.FullName, "complaints.csv");
        string letter = string.Join(' ', Enumerable.Range(0, 50).Select(word => $"word{word}"));
        string previous = "";
        using StreamWriter writer = new(file);
        foreach ((int number, string line) in File.ReadLines(made).Index())
        {
            string[] cells = line.Split(',');
            string reference = number > 1 && number % ChangedEvery == 0 ? previous : cells[0];
            string received = number > 0 && number % RefusedEvery == 0 ? "31/02/2024" : cells[1];
            string rest = number > 0 && number % CampaignEvery == 0 ? string.Join(',', cells[2..12]) + ",\"" + letter + "\"" : string.Join(',', cells[2..]);
            writer.WriteLine($"{reference},{received},{rest}");
            previous = cells[0];
        }

        return file;
    }
}
