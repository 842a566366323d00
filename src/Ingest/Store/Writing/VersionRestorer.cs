using System.Data.Common;
using Ingest.Clocks;
using Ingest.Deduplication;
using Ingest.Profiles;
using Ingest.Redaction;
using Ingest.Store.Dialects;
using Ingest.Store.Entities;
using Ingest.Validation;

namespace Ingest.Store.Writing;

/// <summary>
/// Puts an earlier version of a complaint back in its place, as its source had given it. What a model said is left out: it is said again by the next
/// analysis, from the text that stands now. What people said stays.
/// </summary>
internal sealed class VersionRestorer(DbConnection connection, DbTransaction transaction, IStoreDialect dialect, ServiceStandard? standard, RawTextCipher cipher, Lazy<PersonalDataRedactor> redactor)
{
    /// <returns>The day the restored complaint counts on.</returns>
    public DateOnly? Restore(long complaintId, ComplaintVersion version)
    {
        ComplaintRow row = version.Row;
        KeepSourceCodesOnly(row, version);
        row.Id = complaintId;
        row.NeedsReview = false;
        row.ModelVersion = null;
        row.CampaignId = null;
        row.RemitByDates = RemitByDates.Of(row, standard);
        Write(row);

        foreach (string table in (ReadOnlySpan<string>)["Predictions", "ComplaintTexts", "RawTexts", "TextSignatures"])
        {
            Delete(table, complaintId);
        }

        Delete("ComplaintThemes", complaintId, $"AND \"Origin\" <> {(int)CodeOrigin.Person}");
        HashSet<string> byPeople = ThemesOf(complaintId);
        ComplaintParts.Write(connection, transaction, dialect, [Prepare(version, row, [.. version.Themes.Where(theme => !byPeople.Contains(theme))])]);
        return row.CountedOn;
    }

    /// <summary>
    /// A kept version holds the codes that stood, whoever gave them. The content hash was made from the source's alone: the combination that gives the
    /// same hash is what the source had said.
    /// </summary>
    private static void KeepSourceCodesOnly(ComplaintRow row, ComplaintVersion version)
    {
        (string? area, string? type, string? remit) = (row.BusinessArea, row.ComplaintType, row.Remit);
        const int Combinations = 8;
        for (int combination = 0; combination < Combinations; combination++)
        {
            row.BusinessArea = (combination & 1) == 0 ? area : null;
            row.ComplaintType = (combination & 2) == 0 ? type : null;
            row.Remit = (combination & 4) == 0 ? remit : null;
            if (ContentHash.Of(row, version.Themes, version.Text).AsSpan().SequenceEqual(row.ContentHash))
            {
                return;
            }
        }

        // A hash of an older program: nothing is known but what stood, and that is put back.
        (row.BusinessArea, row.ComplaintType, row.Remit) = (area, type, remit);
    }

    private PreparedRow Prepare(ComplaintVersion version, ComplaintRow row, IReadOnlyList<string> themes)
    {
        ImportedComplaint complaint = new(row, themes, version.Text, Denominator: null);
        if (version.Text is not { } text)
        {
            return new PreparedRow { LineNumber = 0, Complaint = complaint };
        }

        string redacted = redactor.Value.Redact(text).Text;
        return new PreparedRow { LineNumber = 0, Complaint = complaint, RedactedText = redacted, EncryptedText = cipher.Encrypt(text), Signature = MinHashSignature.Of(redacted) };
    }

    private void Write(ComplaintRow row)
    {
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
    }

    private HashSet<string> ThemesOf(long complaintId)
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
