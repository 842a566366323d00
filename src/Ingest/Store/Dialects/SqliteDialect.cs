using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.Dialects;

/// <summary>SQLite: one file, write-ahead log, FTS5.</summary>
internal sealed class SqliteDialect : IStoreDialect
{
    public string? OrdinalCollation => null;

    public string MigrationsNamespace => "Sqlite";

    public void Use(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString).AddInterceptors(new SqlitePragmas());

    public IQueryable<long> ComplaintsMatching(InsightsDbContext context, string words)
    {
        string query = SearchWords.Parse(words).ToFullTextQuery();
        return context.Database.SqlQuery<long>(
            $"SELECT rowid AS \"Value\" FROM \"ComplaintTextSearch\" WHERE \"ComplaintTextSearch\" MATCH {query}");
    }
}
