using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ingest.Store.Dialects;

/// <summary>PostgreSQL: several processes at once, full text by a generated <c>tsvector</c>.</summary>
internal sealed class PostgresDialect : IStoreDialect
{
    /// <summary>Keeps our advisory locks apart from those of other programs on the same server; the value means nothing.</summary>
    private const int CollectionLockSpace = 20_155;

    public string? OrdinalCollation => "C";

    public string MigrationsNamespace => "Postgres";

    public void Use(DbContextOptionsBuilder options, string connectionString) => options.UseNpgsql(connectionString);

    public IQueryable<long> ComplaintsMatching(InsightsDbContext context, string words)
    {
        string query = SearchWords.Parse(words).ToWebSearchQuery();
        return context.Database.SqlQuery<long>(
            $"SELECT \"ComplaintId\" AS \"Value\" FROM \"ComplaintTexts\" WHERE \"SearchVector\" @@ websearch_to_tsquery('english', {query})");
    }

    public bool EstimatesSearches => true;

    public IRowWriter RowWriter(DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns) =>
        new PostgresRowWriter(connection, table, columns);

    // As an array, not as a subquery: a subquery of unknown size made the planner read the whole table for each chunk of an import.
    public string IsOneOf(string column, string jsonParameter) => $"{column} = ANY (ARRAY(SELECT json_array_elements_text({jsonParameter}::json)))";

    public string IsOneOfNumbers(string column, string jsonParameter) => $"{column} = ANY (ARRAY(SELECT json_array_elements_text({jsonParameter}::json)::bigint))";

    public IReadOnlyList<long> ReserveComplaintIds(DbConnection connection, DbTransaction transaction, int count)
    {
        using DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT nextval(pg_get_serial_sequence('\"Complaints\"', 'Id')) FROM generate_series(1, @count)";
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = "count";
        parameter.Value = count;
        command.Parameters.Add(parameter);
        List<long> ids = new(count);
        using DbDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            ids.Add(reader.GetInt64(0));
        }

        return ids;
    }

    public void LockCollection(DbConnection connection, DbTransaction transaction, int collectionId)
    {
        using DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT pg_advisory_xact_lock(@space, @collection)";
        foreach ((string name, int value) in (ReadOnlySpan<(string, int)>)[("space", CollectionLockSpace), ("collection", collectionId)])
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
    }

    public string? FileOf(DbConnection connection) => null;

    public bool IsOutOfSpace(Exception problem) => (problem as PostgresException ?? problem.InnerException as PostgresException) is { SqlState: PostgresErrorCodes.DiskFull };
}
