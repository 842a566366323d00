using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.Dialects;

/// <summary>PostgreSQL: several processes at once, full text by a generated <c>tsvector</c>.</summary>
internal sealed class PostgresDialect : IStoreDialect
{
    public string? OrdinalCollation => "C";

    public string MigrationsNamespace => "Postgres";

    public void Use(DbContextOptionsBuilder options, string connectionString) => options.UseNpgsql(connectionString);

    public IQueryable<long> ComplaintsMatching(InsightsDbContext context, string words)
    {
        string query = SearchWords.Parse(words).ToWebSearchQuery();
        return context.Database.SqlQuery<long>(
            $"SELECT \"ComplaintId\" AS \"Value\" FROM \"ComplaintTexts\" WHERE \"SearchVector\" @@ websearch_to_tsquery('english', {query})");
    }
}
