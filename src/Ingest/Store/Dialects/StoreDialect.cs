namespace Ingest.Store.Dialects;

/// <summary>The one place where the database is chosen.</summary>
public static class StoreDialect
{
    private static readonly SqliteDialect Sqlite = new();
    private static readonly PostgresDialect Postgres = new();

    public static IStoreDialect For(StorageProvider provider) => provider switch
    {
        StorageProvider.Sqlite => Sqlite,
        StorageProvider.PostgreSQL => Postgres,
        _ => throw new ArgumentOutOfRangeException(nameof(provider), provider, "Expected Sqlite or PostgreSQL."),
    };

    /// <summary>The dialect of a configured context, by the name its EF Core provider gives itself.</summary>
    public static IStoreDialect For(string? providerName) =>
        string.Equals(providerName, "Npgsql.EntityFrameworkCore.PostgreSQL", StringComparison.Ordinal) ? Postgres : Sqlite;
}
