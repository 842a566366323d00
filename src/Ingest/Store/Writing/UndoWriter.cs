using System.Data.Common;
using System.Text.Json;
using Ingest.Redaction;
using Ingest.Store.Dialects;
using Ingest.Store.Entities;
using Insights;

namespace Ingest.Store.Writing;

/// <summary>
/// Undoes an import in one transaction, so that a process that dies leaves it undone as a whole or not at all. A complaint that other imports had brought
/// too gets back the newest version that is not of this import; versions of this import vanish from the history of complaints that later ones changed.
/// </summary>
internal sealed class UndoWriter(DbConnection connection, IStoreDialect dialect, ImportTarget target, RawTextCipher cipher, Lazy<PersonalDataRedactor> redactor, TimeProvider clock)
{
    public (int Removed, int Restored) Undo()
    {
        using DbTransaction transaction = connection.BeginTransaction();
        dialect.LockCollection(connection, transaction, target.CollectionId);
        MarkAsUndone(transaction);
        MarkDays(transaction);

        VersionRestorer restorer = new(connection, transaction, dialect, target.Profile.ServiceStandard, cipher, redactor);
        List<(long ComplaintId, long VersionId)> earlier = ReadEarlierVersions(transaction);
        HashSet<DateOnly> days = [];
        foreach ((long complaintId, long versionId) in earlier)
        {
            days.Add(restorer.Restore(complaintId, TakeVersion(transaction, versionId)) ?? DailyCountRow.Undated);
        }

        StaleDays.Mark(connection, transaction, target.CollectionId, days);
        CleanHistory(transaction);
        int removed = Execute(transaction, """DELETE FROM "Complaints" WHERE "ImportBatchId" = @batch""");
        Execute(transaction, """DELETE FROM "QuarantinedRows" WHERE "ImportBatchId" = @batch""");
        DropSizesOfNobody(transaction);
        NoteUndo(transaction, removed, earlier.Count);
        transaction.Commit();
        return (removed, earlier.Count);
    }

    /// <summary>First of all, so that two people who undo at once do not both succeed.</summary>
    private void MarkAsUndone(DbTransaction transaction)
    {
        int marked = connection.Execute(
            transaction,
            """UPDATE "ImportBatches" SET "State" = @undone WHERE "Id" = @batch AND "State" <> @undone""",
            ("undone", (int)ImportState.Undone),
            ("batch", target.BatchId));
        if (marked == 0)
        {
            throw new InputErrorException($"Import {target.BatchId} was undone by somebody else in the meantime.");
        }
    }

    private void MarkDays(DbTransaction transaction) => connection.Execute(
        transaction,
        """
        INSERT INTO "StaleDays" ("CollectionId", "Day")
        SELECT DISTINCT "CollectionId", COALESCE("CountedOn", @undated) FROM "Complaints" WHERE "ImportBatchId" = @batch ON CONFLICT DO NOTHING
        """,
        ("undated", DailyCountRow.Undated),
        ("batch", target.BatchId));

    /// <summary>For each complaint that stands as this import left it: the newest version of another import.</summary>
    private List<(long ComplaintId, long VersionId)> ReadEarlierVersions(DbTransaction transaction)
    {
        using DbCommand command = connection.Command(
            transaction,
            """
            SELECT v."ComplaintId", MAX(v."Id") FROM "ComplaintVersions" v JOIN "Complaints" c ON c."Id" = v."ComplaintId"
            WHERE c."ImportBatchId" = @batch AND v."ImportBatchId" <> @batch GROUP BY v."ComplaintId" ORDER BY v."ComplaintId"
            """,
            ("batch", target.BatchId));
        List<(long, long)> versions = [];
        using DbDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            versions.Add((reader.GetInt64(0), reader.GetInt64(1)));
        }

        return versions;
    }

    /// <summary>Takes a version out of the history: it is going to stand in the complaint again.</summary>
    private ComplaintVersion TakeVersion(DbTransaction transaction, long versionId)
    {
        using DbCommand command = connection.Command(transaction, """DELETE FROM "ComplaintVersions" WHERE "Id" = @id RETURNING "EncryptedRecord" """, ("id", versionId));
        byte[] record = (byte[])command.ExecuteScalar()!;
        return JsonSerializer.Deserialize<ComplaintVersion>(cipher.Decrypt(record)) ?? throw new InvalidOperationException("An earlier version of a complaint was stored as null.");
    }

    private void CleanHistory(DbTransaction transaction)
    {
        Execute(transaction, """DELETE FROM "ComplaintVersions" WHERE "ImportBatchId" = @batch""");
        Execute(
            transaction,
            """
            UPDATE "ComplaintVersions" SET "ReplacedByBatchId" = COALESCE(
                (SELECT n."ImportBatchId" FROM "ComplaintVersions" n WHERE n."ComplaintId" = "ComplaintVersions"."ComplaintId" AND n."Id" > "ComplaintVersions"."Id" ORDER BY n."Id" LIMIT 1),
                (SELECT c."ImportBatchId" FROM "Complaints" c WHERE c."Id" = "ComplaintVersions"."ComplaintId"))
            WHERE "ReplacedByBatchId" = @batch
            """);
    }

    /// <summary>Sizes are kept by code, not by import: those of codes that no complaint has any more go with it.</summary>
    private void DropSizesOfNobody(DbTransaction transaction)
    {
        if (target.Profile.Collection.Denominator is { } denominator)
        {
            connection.Execute(
                transaction,
                $"""
                DELETE FROM "Denominators" WHERE "CollectionId" = @collection AND "Dimension" = @dimension
                AND NOT EXISTS (SELECT 1 FROM "Complaints" c WHERE c."CollectionId" = @collection AND c."{denominator.Dimension}" = "Denominators"."Code")
                """,
                ("collection", target.CollectionId),
                ("dimension", denominator.Dimension.ToString()));
        }
    }

    private void NoteUndo(DbTransaction transaction, int removed, int restored) => connection.Execute(
        transaction,
        """INSERT INTO "ImportUndos" ("ImportBatchId", "UndoneAtUtc", "Removed", "Restored") VALUES (@batch, @at, @removed, @restored)""",
        ("batch", target.BatchId),
        ("at", clock.GetUtcNow().UtcDateTime),
        ("removed", removed),
        ("restored", restored));

    private int Execute(DbTransaction transaction, string sql) => connection.Execute(transaction, sql, ("batch", target.BatchId));
}
