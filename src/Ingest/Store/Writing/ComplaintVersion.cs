using System.Data.Common;
using Ingest.Store.Entities;

namespace Ingest.Store.Writing;

/// <summary>A stored complaint as the source gave it, to be kept when a newer version replaces it.</summary>
/// <param name="Row">Its columns.</param>
/// <param name="Themes">The themes its source gave.</param>
/// <param name="Text">Its original text; null when it has none.</param>
internal sealed record ComplaintVersion(ComplaintRow Row, IReadOnlyList<string> Themes, string? Text)
{
    public static ComplaintVersion Read(DbConnection connection, DbTransaction transaction, long complaintId, RawTextCipher cipher)
    {
        ComplaintRow row = ReadRow(connection, transaction, complaintId);
        List<string> themes = [];
        using (DbCommand command = connection.Command(
            transaction,
            """SELECT "Theme" FROM "ComplaintThemes" WHERE "ComplaintId" = @complaint AND "Origin" = @origin ORDER BY "Theme" """,
            ("complaint", complaintId),
            ("origin", (int)CodeOrigin.Source)))
        using (DbDataReader reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                themes.Add(reader.GetString(0));
            }
        }

        using DbCommand text = connection.Command(transaction, """SELECT "Encrypted" FROM "RawTexts" WHERE "ComplaintId" = @complaint""", ("complaint", complaintId));
        return new ComplaintVersion(row, themes, text.ExecuteScalar() is byte[] encrypted ? cipher.Decrypt(encrypted) : null);
    }

    private static ComplaintRow ReadRow(DbConnection connection, DbTransaction transaction, long complaintId)
    {
        using DbCommand command = connection.Command(
            transaction,
            $"""SELECT {string.Join(", ", ComplaintColumns.Names.Select(name => $"\"{name}\""))} FROM "Complaints" WHERE "Id" = @complaint""",
            ("complaint", complaintId));
        using DbDataReader reader = command.ExecuteReader();
        reader.Read();
        int next = 0;
        return new ComplaintRow
        {
            Id = reader.GetInt64(next++),
            CollectionId = reader.GetInt32(next++),
            ImportBatchId = reader.GetInt64(next++),
            Reference = reader.GetString(next++),
            ContentHash = reader.GetFieldValue<byte[]>(next++),
            CountedOn = reader.DateOrNull(next++),
            ReceivedOn = reader.DateOrNull(next++),
            EventOn = reader.DateOrNull(next++),
            RespondedOn = reader.DateOrNull(next++),
            ClosedOn = reader.DateOrNull(next++),
            SourceCategory = reader.TextOrNull(next++),
            SourceMapVersion = reader.TextOrNull(next++),
            BusinessArea = reader.TextOrNull(next++),
            ComplaintType = reader.TextOrNull(next++),
            Remit = reader.TextOrNull(next++),
            Route = reader.TextOrNull(next++),
            Finding = reader.TextOrNull(next++),
            SourceFinding = reader.TextOrNull(next++),
            Remedy = reader.TextOrNull(next++),
            RemedyPence = reader.NumberOrNull(next++),
            Organisation = reader.TextOrNull(next++),
            OrganisationGroup = reader.TextOrNull(next++),
            Office = reader.TextOrNull(next++),
            Channel = reader.TextOrNull(next++),
            Region = reader.TextOrNull(next++),
            HasText = reader.GetBoolean(next++),
            NeedsReview = reader.GetBoolean(next++),
            ModelVersion = reader.TextOrNull(next++),
            CampaignId = reader.NumberOrNull(next++),
            ReferredOn = reader.DateOrNull(next++),
            RemitByDates = reader.TextOrNull(next),
        };
    }
}
