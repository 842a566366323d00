using System.Data.Common;
using System.Text.Json;
using Ingest.Clocks;
using Ingest.Store.Dialects;
using Ingest.Store.Entities;
using Ingest.Validation;

namespace Ingest.Store.Writing;

/// <summary>
/// Stores the rows of one file, chunk by chunk, several in one transaction with their account: a process that dies leaves whole transactions behind.
/// What is not committed when the writer is disposed is taken back.
/// </summary>
internal sealed class ComplaintWriter(DbConnection connection, IStoreDialect dialect, ImportTarget target, RawTextCipher cipher, TimeProvider clock) : IDisposable
{
    /// <summary>
    /// Rows in one transaction. The full-text index writes a segment at each commit and merges segments later, so larger transactions cost it less;
    /// but nobody else can write until the end of one.
    /// </summary>
    private const int TransactionRows = 8_000;

    private readonly Dictionary<string, double> storedDenominators = new(StringComparer.Ordinal);
    private readonly HashSet<DateOnly> touchedDays = [];
    private DbTransaction? open;
    private ImportCounts uncommitted;

    /// <summary>Stores a chunk. It is committed with later ones, when they are many enough or at the end.</summary>
    public ImportCounts Store(IReadOnlyList<PreparedRow> rows)
    {
        if (open is null)
        {
            open = connection.BeginTransaction();
            dialect.LockCollection(connection, open, target.CollectionId);
        }

        ImportCounts counts = StoreRows(open, rows);
        uncommitted += counts;
        if (uncommitted.Read >= TransactionRows)
        {
            Commit();
        }

        return counts;
    }

    /// <summary>Commits what was stored since the last time.</summary>
    public void Commit()
    {
        if (open is null)
        {
            return;
        }

        MarkTouchedDays(open);
        AddToAccount(open, uncommitted);
        open.Commit();
        open.Dispose();
        open = null;
        uncommitted = default;
    }

    public void Dispose()
    {
        open?.Dispose();
        open = null;
    }

    /// <summary>The same within a transaction of the caller's, who holds the collection's lock and keeps the account.</summary>
    public ImportCounts StoreWithin(DbTransaction transaction, IReadOnlyList<PreparedRow> rows)
    {
        ImportCounts counts = StoreRows(transaction, rows);
        MarkTouchedDays(transaction);
        return counts;
    }

    private ImportCounts StoreRows(DbTransaction transaction, IReadOnlyList<PreparedRow> rows)
    {
        ChunkPlan plan = Plan(rows, FindStored(transaction, rows));
        SetIds(transaction, plan.New);
        WriteNew(transaction, plan.New);
        ComplaintUpdater updater = new(connection, transaction, dialect, target, cipher, clock);
        foreach ((StoredComplaint stored, PreparedRow row) in plan.Changed)
        {
            updater.Update(stored, row);
        }

        WriteQuarantine(transaction, plan.Refused);
        touchedDays.UnionWith(plan.TouchedDays);
        WriteDenominators(transaction, rows);
        return plan.Counts;
    }

    private void MarkTouchedDays(DbTransaction transaction)
    {
        StaleDays.Mark(connection, transaction, target.CollectionId, touchedDays);
        touchedDays.Clear();
    }

    /// <summary>Sorts the rows into new, changed, known and refused; the last of several rows with one reference wins.</summary>
    private ChunkPlan Plan(IReadOnlyList<PreparedRow> rows, Dictionary<string, StoredComplaint> stored)
    {
        ChunkPlan plan = new();
        foreach (PreparedRow row in rows)
        {
            if (row.Complaint is null)
            {
                bool isCorrected = target.ReplayedLines.Contains(row.LineNumber);
                plan.Refuse(row, isCorrected);
            }
            else
            {
                plan.Add(row, stored.GetValueOrDefault(row.Complaint.Row.Reference), target.IsRepeat);
            }
        }

        return plan;
    }

    private Dictionary<string, StoredComplaint> FindStored(DbTransaction transaction, IReadOnlyList<PreparedRow> rows)
    {
        string references = JsonSerializer.Serialize(rows.Select(row => row.Complaint?.Row.Reference).Where(reference => reference is not null));
        using DbCommand command = connection.Command(
            transaction,
            $"""SELECT "Id", "Reference", "ContentHash", "CountedOn" FROM "Complaints" WHERE "CollectionId" = @collection AND {dialect.IsOneOf("\"Reference\"", "@references")}""",
            ("collection", target.CollectionId),
            ("references", references));
        Dictionary<string, StoredComplaint> stored = new(StringComparer.Ordinal);
        using DbDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            stored[reader.GetString(1)] = new StoredComplaint(reader.GetInt64(0), reader.GetFieldValue<byte[]>(2), reader.DateOrNull(3));
        }

        return stored;
    }

    private void SetIds(DbTransaction transaction, IReadOnlyList<PreparedRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        IReadOnlyList<long> ids = dialect.ReserveComplaintIds(connection, transaction, rows.Count);
        for (int index = 0; index < rows.Count; index++)
        {
            ComplaintRow row = rows[index].Complaint!.Row;
            row.Id = ids[index];
            row.CollectionId = target.CollectionId;
            row.ImportBatchId = target.BatchId;
            TakeCodes(row, rows[index].Prediction);
            row.RemitByDates = RemitByDates.Of(row, target.Profile.ServiceStandard);
        }
    }

    /// <summary>The model's codes stand where the source says nothing, as they do when a stored text is coded later.</summary>
    private static void TakeCodes(ComplaintRow row, PreparedPrediction? prediction)
    {
        if (prediction is null)
        {
            return;
        }

        row.BusinessArea ??= prediction.Codes.BusinessArea.Code;
        row.ComplaintType ??= prediction.Codes.ComplaintType.Code;
        row.Remit ??= prediction.Codes.Remit.Code;
        row.NeedsReview = prediction.Codes.NeedsReview;
        row.ModelVersion = prediction.ModelVersion;
    }

    private void WriteNew(DbTransaction transaction, IReadOnlyList<PreparedRow> rows)
    {
        object?[] values = new object?[ComplaintColumns.Names.Length];
        using IRowWriter complaints = dialect.RowWriter(connection, transaction, "Complaints", ComplaintColumns.Names);
        foreach (PreparedRow row in rows)
        {
            ComplaintColumns.Fill(row.Complaint!.Row, values);
            complaints.Write(values);
        }

        complaints.Complete();
        ComplaintParts.Write(connection, transaction, dialect, rows);
        WritePredictions(transaction, rows);
    }

    private void WritePredictions(DbTransaction transaction, IReadOnlyList<PreparedRow> rows)
    {
        if (!rows.Any(row => row.Prediction is not null))
        {
            return;
        }

        using IRowWriter writer = dialect.RowWriter(connection, transaction, "Predictions", PreparedPrediction.Columns);
        foreach (PreparedRow row in rows.Where(row => row.Prediction is not null))
        {
            writer.Write(row.Prediction!.Values(row.Complaint!.Row.Id, target.Profile.Collection.Taxonomy.Version));
        }

        writer.Complete();
    }

    private void WriteQuarantine(DbTransaction transaction, List<PreparedRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        using IRowWriter writer = dialect.RowWriter(connection, transaction, "QuarantinedRows", [
            nameof(QuarantinedRow.ImportBatchId), nameof(QuarantinedRow.LineNumber), nameof(QuarantinedRow.Column), nameof(QuarantinedRow.Found),
            nameof(QuarantinedRow.Expected), nameof(QuarantinedRow.LikelyCause), nameof(QuarantinedRow.EncryptedRow), nameof(QuarantinedRow.Replayed)]);
        foreach (PreparedRow row in rows)
        {
            RowIssue issue = row.Issue!;
            writer.Write([target.BatchId, row.LineNumber, issue.Column, issue.Found, issue.Expected, issue.LikelyCause, row.EncryptedRow, false]);
        }

        writer.Complete();
    }

    /// <summary>Keeps the newest size the file gives for each code.</summary>
    private void WriteDenominators(DbTransaction transaction, IReadOnlyList<PreparedRow> rows)
    {
        if (target.Profile.Collection.Denominator is not { } denominator)
        {
            return;
        }

        foreach (ImportedComplaint complaint in rows.Select(row => row.Complaint).OfType<ImportedComplaint>())
        {
            if (complaint.Denominator is not { } size || Codes.Of(complaint.Row, denominator.Dimension) is not { } code
                || (storedDenominators.TryGetValue(code, out double known) && known.Equals(size)))
            {
                continue;
            }

            storedDenominators[code] = size;
            connection.Execute(
                transaction,
                """INSERT INTO "Denominators" ("CollectionId", "Dimension", "Code", "Size") VALUES (@collection, @dimension, @code, @size) ON CONFLICT ("CollectionId", "Dimension", "Code") DO UPDATE SET "Size" = excluded."Size" """,
                ("collection", target.CollectionId), ("dimension", denominator.Dimension.ToString()), ("code", code), ("size", size));
        }
    }

    public void AddToAccount(DbTransaction transaction, ImportCounts counts) => connection.Execute(
        transaction,
        """UPDATE "ImportBatches" SET "Read" = "Read" + @read, "Accepted" = "Accepted" + @accepted, "Duplicates" = "Duplicates" + @duplicates, "Updated" = "Updated" + @updated, "Quarantined" = "Quarantined" + @quarantined WHERE "Id" = @batch""",
        ("read", counts.Read), ("accepted", counts.Accepted), ("duplicates", counts.Duplicates), ("updated", counts.Updated), ("quarantined", counts.Quarantined), ("batch", target.BatchId));
}
