using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.Dialects;

/// <summary>SQLite: one file, write-ahead log, FTS5.</summary>
internal sealed class SqliteDialect : IStoreDialect
{
    /// <summary>SQLITE_FULL and SQLITE_IOERR (https://www.sqlite.org/rescode.html); a full disk may show as either.</summary>
    private const int SqliteFull = 13;
    private const int SqliteInputOutput = 10;

    /// <summary>
    /// Texts in one statement. Each statement that fires a trigger is a savepoint, and at each savepoint the full-text index writes what it holds as a segment
    /// of its own (fts5SavepointMethod): text by text, it spent its time on merging segments of one text.
    /// </summary>
    private const int TextsAtOnce = 500;

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

    public bool EstimatesSearches => false;

    public IRowWriter RowWriter(DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns) =>
        new SqliteRowWriter(connection, table, columns, string.Equals(table, nameof(InsightsDbContext.ComplaintTexts), StringComparison.Ordinal) ? TextsAtOnce : 1);

    public string IsOneOf(string column, string jsonParameter) => $"{column} IN (SELECT value FROM json_each({jsonParameter}))";

    public string IsOneOfNumbers(string column, string jsonParameter) => IsOneOf(column, jsonParameter);

    public IReadOnlyList<long> ReserveComplaintIds(DbConnection connection, DbTransaction transaction, int count)
    {
        // The table keeps the largest number ever used, deleted ones included, and this transaction is the only writer.
        using DbCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT COALESCE(MAX(seq), 0) FROM sqlite_sequence WHERE name = 'Complaints'";
        long last = Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        return [.. Enumerable.Range(1, count).Select(offset => last + offset)];
    }

    public void LockCollection(DbConnection connection, DbTransaction transaction, int collectionId)
    {
        // A write transaction of SQLite begins with the lock on the whole file.
    }

    public string? FileOf(DbConnection connection) => connection.DataSource;

    public bool IsOutOfSpace(Exception problem) =>
        (problem as SqliteException ?? problem.InnerException as SqliteException) is { SqliteErrorCode: SqliteFull or SqliteInputOutput };
}
