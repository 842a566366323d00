using System.Data.Common;
using Ingest.Store;
using Ingest.Store.Migrations;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Store;

/// <summary>The migrations are written by hand; they must make exactly the schema that the model describes, plus the full-text search.</summary>
public sealed class SchemaDriftTests
{
    // How a table is clustered is a matter of the database, not of the model.
    private const string SqliteSchema = """
        SELECT type || ' ' || name || ': ' || replace(COALESCE(sql, ''), ') WITHOUT ROWID', ')') FROM sqlite_master
        WHERE name NOT LIKE '\_\_EF%' ESCAPE '\' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'ComplaintTextSearch%' AND type <> 'trigger' ORDER BY 1
        """;

    private const string PostgresSchema = """
        SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || COALESCE(character_maximum_length::text, '-') || ' '
            || is_nullable || ' ' || COALESCE(collation_name, '-') || ' ' || COALESCE(is_identity, '-')
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%' AND column_name <> 'SearchVector'
        UNION ALL
        SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%' AND indexname <> 'IX_ComplaintTexts_SearchVector'
        UNION ALL
        SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
        ORDER BY 1
        """;

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task MigratedSchema_EqualsTheModelsOwn(StorageProvider provider)
    {
        await using StoreUnderTest migrated = await StoreUnderTest.CreateAsync(provider);
        await using StoreUnderTest created = StoreUnderTest.CreateEmpty(provider);
        await using InsightsDbContext model = created.Open();
        await model.Database.EnsureCreatedAsync();

        string[] fromMigrations = await SchemaAsync(migrated, provider);
        string[] fromModel = await SchemaAsync(created, provider);

        fromMigrations.Except(fromModel, StringComparer.Ordinal).ShouldBeEmpty("the migrations make what the model does not know");
        fromModel.Except(fromMigrations, StringComparer.Ordinal).ShouldBeEmpty("the model wants what no migration makes");
        fromModel.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task LockOfAProcessThatWasKilledWhileMigrating_IsForgotten()
    {
        await using StoreUnderTest store = StoreUnderTest.CreateEmpty(StorageProvider.Sqlite);
        await using (InsightsDbContext killed = store.Open())
        {
            await killed.Database.ExecuteSqlRawAsync("""CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL)""");
            await killed.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00')""");
        }

        await using InsightsDbContext context = store.Open();
        await context.UpgradeAsync(new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token);

        (await context.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task MigratingTwice_ChangesNothing(StorageProvider provider)
    {
        await using StoreUnderTest store = await StoreUnderTest.CreateAsync(provider);
        string[] before = await SchemaAsync(store, provider);

        await using InsightsDbContext context = store.Open();
        await context.Database.MigrateAsync();

        (await SchemaAsync(store, provider)).ShouldBe(before);
        (await context.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    private static async Task<string[]> SchemaAsync(StoreUnderTest store, StorageProvider provider)
    {
        await using InsightsDbContext context = store.Open();
        await context.Database.OpenConnectionAsync();
        await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = provider == StorageProvider.Sqlite ? SqliteSchema : PostgresSchema;
        List<string> lines = [];
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            // SQLite writes an added column after the line break that ended the table, so a space stands before its comma.
            lines.Add(string.Join(' ', reader.GetString(0).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal).Replace("( ", "(", StringComparison.Ordinal));
        }

        return [.. lines];
    }
}
