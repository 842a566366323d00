using System.Data.Common;
using System.Text.Json;
using Ingest.Store.Dialects;
using Ingest.Validation;

namespace Ingest.Store.Writing;

/// <summary>Stores replayed rows in one transaction: those that pass become complaints of their import and leave its quarantine, the others are refused anew.</summary>
internal sealed class ReplayWriter(DbConnection connection, IStoreDialect dialect, ImportTarget target, ComplaintWriter writer)
{
    /// <returns>The import's account before, and what became of the rows.</returns>
    public (ImportCounts Before, ImportCounts Replayed) Store(IReadOnlyList<ReplayedRow> rows)
    {
        using DbTransaction transaction = connection.BeginTransaction();
        dialect.LockCollection(connection, transaction, target.CollectionId);
        ImportCounts before = ReadAccount(transaction);

        // Another person may have replayed a row since it was read.
        HashSet<long> open = StillOpen(transaction, rows.Select(row => row.QuarantineId));
        ReplayedRow[] resolved = [.. rows.Where(row => open.Contains(row.QuarantineId) && row.Row.Complaint is not null)];
        ReplayedRow[] refused = [.. rows.Where(row => open.Contains(row.QuarantineId) && row.Row.Complaint is null)];
        ImportCounts stored = writer.StoreWithin(transaction, [.. resolved.Select(row => row.Row)]);
        foreach (ReplayedRow row in resolved)
        {
            connection.Execute(transaction, """UPDATE "QuarantinedRows" SET "Replayed" = @yes WHERE "Id" = @id""", ("yes", true), ("id", row.QuarantineId));
        }

        foreach (ReplayedRow row in refused)
        {
            RefuseAgain(transaction, row);
        }

        writer.AddToAccount(transaction, stored with { Quarantined = -resolved.Length });
        transaction.Commit();
        return (before, stored with { Quarantined = refused.Length });
    }

    private ImportCounts ReadAccount(DbTransaction transaction)
    {
        using DbCommand command = connection.Command(
            transaction, """SELECT "Accepted", "Duplicates", "Updated", "Quarantined" FROM "ImportBatches" WHERE "Id" = @batch""", ("batch", target.BatchId));
        using DbDataReader reader = command.ExecuteReader();
        reader.Read();
        return new ImportCounts(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3));
    }

    private HashSet<long> StillOpen(DbTransaction transaction, IEnumerable<long> ids)
    {
        using DbCommand command = connection.Command(
            transaction,
            $"""SELECT "Id" FROM "QuarantinedRows" WHERE {dialect.IsOneOfNumbers("\"Id\"", "@ids")} AND "ImportBatchId" = @batch AND "Replayed" = @no""",
            ("ids", JsonSerializer.Serialize(ids)),
            ("batch", target.BatchId),
            ("no", false));
        HashSet<long> open = [];
        using DbDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            open.Add(reader.GetInt64(0));
        }

        return open;
    }

    private void RefuseAgain(DbTransaction transaction, ReplayedRow row)
    {
        RowIssue issue = row.Row.Issue!;
        connection.Execute(
            transaction,
            """UPDATE "QuarantinedRows" SET "Column" = @column, "Found" = @found, "Expected" = @expected, "LikelyCause" = @cause, "EncryptedRow" = @row WHERE "Id" = @id""",
            ("column", issue.Column),
            ("found", issue.Found),
            ("expected", issue.Expected),
            ("cause", issue.LikelyCause),
            ("row", row.Row.EncryptedRow),
            ("id", row.QuarantineId));
    }
}
