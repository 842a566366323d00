using System.Data.Common;
using System.Text.Json;
using Ingest.Clocks;
using Ingest.Store.Dialects;
using Ingest.Store.Entities;

namespace Ingest.Store.Writing;

/// <summary>
/// Puts the newer version of a complaint in the place of the stored one, which is kept as history. What the model or a person said stays where the
/// source says nothing, unless the text changed: then the model has to read it again.
/// </summary>
internal sealed class ComplaintUpdater(DbConnection connection, DbTransaction transaction, IStoreDialect dialect, ImportTarget target, RawTextCipher cipher, TimeProvider clock)
{
    public void Update(StoredComplaint stored, PreparedRow newer)
    {
        ComplaintVersion old = ComplaintVersion.Read(connection, transaction, stored.Id, cipher);
        KeepAsHistory(stored.Id, old);

        bool sameText = string.Equals(old.Text, newer.Complaint!.Text, StringComparison.Ordinal);
        ComplaintRow row = newer.Complaint.Row;
        row.Id = stored.Id;
        row.CollectionId = target.CollectionId;
        row.ImportBatchId = target.BatchId;
        if (sameText)
        {
            KeepJudgements(old.Row, row);
        }

        row.RemitByDates = RemitByDates.Of(row, target.Profile.ServiceStandard);

        object?[] values = new object?[ComplaintColumns.Names.Length];
        ComplaintColumns.Fill(row, values);
        using DbCommand update = connection.Command(transaction, ComplaintColumns.UpdateSql);
        for (int index = 0; index < values.Length; index++)
        {
            DbParameter parameter = update.CreateParameter();
            parameter.ParameterName = ComplaintColumns.Names[index];
            parameter.Value = values[index] ?? DBNull.Value;
            update.Parameters.Add(parameter);
        }

        update.ExecuteNonQuery();
        ReplaceParts(stored.Id, sameText, newer);
    }

    private static void KeepJudgements(ComplaintRow old, ComplaintRow row)
    {
        row.BusinessArea ??= old.BusinessArea;
        row.ComplaintType ??= old.ComplaintType;
        row.Remit ??= old.Remit;
        row.NeedsReview = old.NeedsReview;
        row.ModelVersion = old.ModelVersion;
        row.CampaignId = old.CampaignId;
    }

    private void KeepAsHistory(long complaintId, ComplaintVersion old) => connection.Execute(
        transaction,
        """INSERT INTO "ComplaintVersions" ("ComplaintId", "ReplacedByBatchId", "ImportBatchId", "ReplacedAtUtc", "EncryptedRecord") VALUES (@complaint, @replacedBy, @batch, @at, @record)""",
        ("complaint", complaintId),
        ("replacedBy", target.BatchId),
        ("batch", old.Row.ImportBatchId),
        ("at", clock.GetUtcNow().UtcDateTime),
        ("record", cipher.Encrypt(JsonSerializer.SerializeToUtf8Bytes(old))));

    private void ReplaceParts(long complaintId, bool sameText, PreparedRow newer)
    {
        Delete("ComplaintThemes", complaintId, $"AND \"Origin\" = {(int)CodeOrigin.Source}");
        if (sameText)
        {
            newer = newer with { RedactedText = null, EncryptedText = null, Signature = null };
        }
        else
        {
            Delete("ComplaintThemes", complaintId, $"AND \"Origin\" = {(int)CodeOrigin.Model}");
            foreach (string table in (ReadOnlySpan<string>)["Predictions", "ComplaintTexts", "RawTexts", "TextSignatures"])
            {
                Delete(table, complaintId);
            }
        }

        // A person may have given the same theme; the source's claim on it then adds nothing.
        HashSet<string> kept = Themes(complaintId);

        // The analysis codes the changed text: only it knows what the older model and people said.
        newer = newer with { Prediction = null, Complaint = newer.Complaint! with { Themes = [.. newer.Complaint.Themes.Where(theme => !kept.Contains(theme))] } };
        ComplaintParts.Write(connection, transaction, dialect, [newer]);
    }

    private HashSet<string> Themes(long complaintId)
    {
        HashSet<string> themes = new(StringComparer.Ordinal);
        using DbCommand command = connection.Command(transaction, """SELECT "Theme" FROM "ComplaintThemes" WHERE "ComplaintId" = @complaint""", ("complaint", complaintId));
        using DbDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            themes.Add(reader.GetString(0));
        }

        return themes;
    }

    private void Delete(string table, long complaintId, string condition = "") =>
        connection.Execute(transaction, $"""DELETE FROM "{table}" WHERE "ComplaintId" = @complaint {condition}""", ("complaint", complaintId));
}
