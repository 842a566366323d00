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
        await ImportProcess.RunHereAsync(whole.Options, file);
        await using StoreUnderTest killed = StoreUnderTest.CreateEmpty(provider);

        List<int> exits = [];
        foreach (int complaints in new[] { 1, 9_000, 19_000 })
        {
            exits.Add(await KillAtAsync(killed, file, complaints));
        }

        await ImportProcess.RunHereAsync(killed.Options, file);

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

    private static async Task<List<string>> CountsAsync(StoreUnderTest store)
    {
        await using InsightsDbContext context = store.Open();
        List<DailyCountRow> rows = await context.DailyCounts.AsNoTracking().ToListAsync();
        return [.. rows.Select(row => $"{row.Slice}|{row.FirstCode}|{row.SecondCode}|{row.Day:O}|{row.Complaints}|{row.WithFinding}|{row.Upheld}").Order(StringComparer.Ordinal)];
    }
}
