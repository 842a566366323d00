using System.Diagnostics;
using Ingest.Store;
using Ingest.Store.Entities;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TestSupport;

namespace Dashboard.Tests.Faults;

/// <summary>What happens to an import does not show in what is stored. The benchmark <c>faults kill</c> does the same at fifty random points.</summary>
public sealed class KilledImportTests
{
    private const int Rows = 20_000;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task KilledThreeTimes_EndsAsIfNothingHadHappened(StorageProvider provider)
    {
        await using StoreUnderTest whole = StoreUnderTest.CreateEmpty(provider);
        string file = ImportProcess.WriteFile(whole.Folder, Rows);
        (await RunAsync(ImportProcess.Start(whole.Options, file))).ShouldBe(0);
        await using StoreUnderTest killed = StoreUnderTest.CreateEmpty(provider);

        List<int> exits = [];
        foreach (int complaints in new[] { 1, 9_000, 19_000 })
        {
            exits.Add(await KillAtAsync(killed, file, complaints));
        }

        (await RunAsync(ImportProcess.Start(killed.Options, file))).ShouldBe(0);

        exits[0].ShouldBe(ImportProcess.Killed);
        (await CountsAsync(killed)).ShouldBe(await CountsAsync(whole));
        await using InsightsDbContext context = killed.Open();
        List<ImportBatchRow> imports = await context.ImportBatches.OrderBy(batch => batch.Id).ToListAsync();
        imports[0].State.ShouldBe(ImportState.Failed);
        imports[^1].State.ShouldBe(ImportState.Finished);
        imports.ShouldAllBe(batch => batch.Read == batch.Accepted + batch.Duplicates + batch.Updated + batch.Quarantined);
        imports[^1].Read.ShouldBe(Rows);
        imports.Sum(batch => batch.Accepted).ShouldBe(await context.Complaints.CountAsync());
        (await context.QuarantinedRows.Select(row => row.LineNumber).Distinct().CountAsync()).ShouldBe(Rows / 50);
        (await context.QuarantinedRows.CountAsync()).ShouldBe(Rows / 50);
        (await context.StaleDays.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(3_000)]
    [InlineData(5_500)]
    public async Task FullDisk_SaysSoAndGoesOnWhenThereIsRoom(int kibibytes)
    {
        await using StoreUnderTest store = StoreUnderTest.CreateEmpty(StorageProvider.Sqlite);
        string file = ImportProcess.WriteFile(store.Folder, Rows);

        using Process starved = ImportProcess.StartWithFileLimit(store.Options, file, kibibytes);
        Task<string> output = starved.StandardOutput.ReadToEndAsync();
        string said = await starved.StandardError.ReadToEndAsync();
        await output;
        await starved.WaitForExitAsync();

        starved.ExitCode.ShouldBe(1);
        said.ShouldContain("the database could not write, most likely because the disk is full");
        said.ShouldContain("ake room and import the file again");
        said.ShouldNotContain("   at ");
        (await RunAsync(ImportProcess.Start(store.Options, file))).ShouldBe(0);
        await using InsightsDbContext context = store.Open();
        (await context.Complaints.CountAsync()).ShouldBe(Rows - (Rows / 50));
        (await context.StaleDays.CountAsync()).ShouldBe(0);
    }

    /// <summary>Ends the import as soon as so many complaints are stored; it may be done before that is seen.</summary>
    private static async Task<int> KillAtAsync(StoreUnderTest store, string file, int complaints)
    {
        using Process import = ImportProcess.Start(store.Options, file);
        Task drained = Task.WhenAll(import.StandardOutput.ReadToEndAsync(), import.StandardError.ReadToEndAsync());
        while (!import.HasExited && await StoredAsync(store) < complaints)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }

        import.Kill();
        await import.WaitForExitAsync();
        await drained;
        return import.ExitCode;
    }

    private static async Task<int> StoredAsync(StoreUnderTest store)
    {
        try
        {
            await using InsightsDbContext context = store.Open();
            return await context.Complaints.CountAsync();
        }
        catch (Exception problem) when (problem is SqliteException or NpgsqlException)
        {
            // The tables are not there yet.
            return 0;
        }
    }

    private static async Task<int> RunAsync(Process import)
    {
        using (import)
        {
            await Task.WhenAll(import.StandardOutput.ReadToEndAsync(), import.StandardError.ReadToEndAsync());
            await import.WaitForExitAsync();
            return import.ExitCode;
        }
    }

    private static async Task<List<string>> CountsAsync(StoreUnderTest store)
    {
        await using InsightsDbContext context = store.Open();
        List<DailyCountRow> rows = await context.DailyCounts.AsNoTracking().ToListAsync();
        return [.. rows.Select(row => $"{row.Slice}|{row.FirstCode}|{row.SecondCode}|{row.Day:O}|{row.Complaints}|{row.WithFinding}|{row.Upheld}").Order(StringComparer.Ordinal)];
    }
}
