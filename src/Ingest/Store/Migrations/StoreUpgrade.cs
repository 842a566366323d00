using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.Migrations;

/// <summary>Brings a store's tables up to date, one process at a time, and gets over a process that died while it did.</summary>
public static class StoreUpgrade
{
    private const string LockFileEnding = ".upgrade";
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    /// <summary>Applies the migrations that the store lacks.</summary>
    public static async Task UpgradeAsync(this InsightsDbContext context, CancellationToken cancellationToken)
    {
        if (!(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        if (context.Dialect.FileOf(context.Database.GetDbConnection()) is not { } database)
        {
            // PostgreSQL lets go of a dead session's lock by itself.
            await context.Database.MigrateAsync(cancellationToken);
            return;
        }

        // On SQLite, EF Core holds its lock as a row, which a killed process leaves behind: the next one waited for it for ever. The operating system
        // forgets a lock on a file with its process, so whoever holds that may take away what is left of the row.
        await using FileStream held = await LockAsync(database + LockFileEnding, cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await ForgetDeadLockAsync(context.Database.GetDbConnection(), cancellationToken);
        await context.Database.CloseConnectionAsync();
        await context.Database.MigrateAsync(cancellationToken);
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Patience, cancellationToken);
            }
        }
    }

    private static async Task ForgetDeadLockAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = """DROP TABLE IF EXISTS "__EFMigrationsLock" """;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
