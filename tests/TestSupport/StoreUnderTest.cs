using Ingest.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TestSupport;

/// <summary>A fresh, migrated store of either kind in a place of its own, gone when disposed.</summary>
public sealed class StoreUnderTest : IAsyncDisposable
{
    /// <summary>Environment variable with the connection string of a PostgreSQL server where tests may create databases.</summary>
    public const string PostgresVariable = "INSIGHTS_TEST_POSTGRES";

    private StoreUnderTest(StorageOptions options, DirectoryInfo folder)
    {
        Options = options;
        Folder = folder;
    }

    public static string? PostgresServer => Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } server ? server : null;

    public StorageOptions Options { get; }

    /// <summary>A folder for the test's own files; the SQLite file lies in it.</summary>
    public DirectoryInfo Folder { get; }

    public static async Task<StoreUnderTest> CreateAsync(StorageProvider provider)
    {
        StoreUnderTest store = CreateEmpty(provider);
        await using InsightsDbContext context = store.Open();
        await context.Database.MigrateAsync();
        return store;
    }

    /// <summary>A place for a store that has not been migrated yet.</summary>
    public static StoreUnderTest CreateEmpty(StorageProvider provider)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-test-");
        StorageOptions options = StorageOptions.ForFile(Path.Combine(folder.FullName, "store.db"));
        if (provider == StorageProvider.PostgreSQL)
        {
            NpgsqlConnectionStringBuilder server = new(PostgresServer) { Database = $"insights_{Guid.NewGuid():N}" };
            options = new StorageOptions
            {
                Provider = provider,
                ConnectionString = server.ConnectionString,
                KeyFile = Path.Combine(folder.FullName, "store.key"),
            };
        }

        return new StoreUnderTest(options, folder);
    }

    public InsightsDbContext Open() => StoreRegistration.Open(Options);

    public async ValueTask DisposeAsync()
    {
        if (Options.Provider == StorageProvider.PostgreSQL)
        {
            await using InsightsDbContext context = Open();
            await context.Database.EnsureDeletedAsync();
        }

        SqliteConnection.ClearAllPools();
        Folder.Delete(recursive: true);
    }
}
