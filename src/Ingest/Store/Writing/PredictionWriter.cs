using System.Data.Common;
using System.Text.Json;
using Ingest.Clocks;
using Ingest.Store.Counting;
using Ingest.Store.Dialects;
using Ingest.Store.Entities;
using Insights.Classification;
using Insights.Clocks;

namespace Ingest.Store.Writing;

/// <summary>
/// Stores what a model said about a batch of complaints, beside what the source and people said: the model's codes take effect only where those say
/// nothing, and a newer model replaces only what an older model said.
/// </summary>
internal sealed class PredictionWriter(DbConnection connection, IStoreDialect dialect, CollectionDefinition definition, string modelVersion)
{
    public void Store(IReadOnlyList<KeyValuePair<long, ComplaintPrediction>> predictions)
    {
        using DbTransaction transaction = connection.BeginTransaction();
        dialect.LockCollection(connection, transaction, definition.Id);
        Dictionary<long, Known> known = ReadKnown(transaction, predictions.Select(pair => pair.Key));
        HashSet<DateOnly> days = [];
        foreach ((long complaintId, ComplaintPrediction prediction) in predictions)
        {
            // A complaint may have been erased since its text was read.
            if (known.TryGetValue(complaintId, out Known? complaint))
            {
                WritePrediction(transaction, complaintId, prediction);
                WriteCodes(transaction, complaintId, complaint, prediction);
                WriteThemes(transaction, complaintId, complaint, prediction);
                days.Add(complaint.CountedOn ?? DailyCountRow.Undated);
            }
        }

        StaleDays.Mark(connection, transaction, definition.Id, days);
        transaction.Commit();
    }

    private Dictionary<long, Known> ReadKnown(DbTransaction transaction, IEnumerable<long> complaintIds)
    {
        using DbCommand command = connection.Command(
            transaction,
            $"""
            SELECT c."Id", c."CountedOn", c."BusinessArea", c."ComplaintType", c."Remit", p."BusinessArea", p."ComplaintType", p."Remit",
                EXISTS (SELECT 1 FROM "ComplaintThemes" t WHERE t."ComplaintId" = c."Id" AND t."Origin" <> @model),
                c."BusinessArea", c."ReceivedOn", c."RespondedOn", c."ReferredOn"
            FROM "Complaints" c LEFT JOIN "Predictions" p ON p."ComplaintId" = c."Id" AND p."ModelVersion" = c."ModelVersion"
            WHERE {dialect.IsOneOfNumbers("c.\"Id\"", "@ids")}
            """,
            ("ids", JsonSerializer.Serialize(complaintIds)),
            ("model", (int)CodeOrigin.Model));
        Dictionary<long, Known> known = [];
        using DbDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            known[reader.GetInt64(0)] = new Known(
                reader.DateOrNull(1),
                IsModels(reader.TextOrNull(2), reader.TextOrNull(5)),
                IsModels(reader.TextOrNull(3), reader.TextOrNull(6)),
                IsModels(reader.TextOrNull(4), reader.TextOrNull(7)),
                reader.GetBoolean(8),
                reader.TextOrNull(9),
                new ReferralDates(reader.DateOrNull(10), reader.DateOrNull(11), reader.DateOrNull(12), definition.Standard?.EmptyResponseMeansNone == true));
        }

        return known;
    }

    /// <summary>A code is the model's to change when there is none yet, or when it is what the model said before.</summary>
    private static bool IsModels(string? code, string? predictedBefore) => code is null || string.Equals(code, predictedBefore, StringComparison.Ordinal);

    private void WritePrediction(DbTransaction transaction, long complaintId, ComplaintPrediction prediction)
    {
        connection.Execute(
            transaction,
            """DELETE FROM "Predictions" WHERE "ComplaintId" = @complaint AND "ModelVersion" = @model""",
            ("complaint", complaintId),
            ("model", modelVersion));
        connection.Execute(
            transaction,
            """
            INSERT INTO "Predictions" ("ComplaintId", "ModelVersion", "TaxonomyVersion", "BusinessArea", "BusinessAreaProbability", "ComplaintType", "ComplaintTypeProbability", "Remit", "RemitProbability", "NeedsReview", "Themes")
            VALUES (@complaint, @model, @taxonomy, @area, @areaProbability, @type, @typeProbability, @remit, @remitProbability, @needsReview, @themes)
            """,
            ("complaint", complaintId),
            ("model", modelVersion),
            ("taxonomy", definition.Collection.Taxonomy.Version),
            ("area", prediction.BusinessArea.Code),
            ("areaProbability", prediction.BusinessArea.Probability),
            ("type", prediction.ComplaintType.Code),
            ("typeProbability", prediction.ComplaintType.Probability),
            ("remit", prediction.Remit.Code),
            ("remitProbability", prediction.Remit.Probability),
            ("needsReview", prediction.NeedsReview),
            ("themes", PreparedPrediction.Of(modelVersion, prediction).ThemesJson));
    }

    private void WriteCodes(DbTransaction transaction, long complaintId, Known complaint, ComplaintPrediction prediction) => connection.Execute(
        transaction,
        """
        UPDATE "Complaints" SET
            "BusinessArea" = CASE WHEN @areaIsOurs THEN @area ELSE "BusinessArea" END,
            "ComplaintType" = CASE WHEN @typeIsOurs THEN @type ELSE "ComplaintType" END,
            "Remit" = CASE WHEN @remitIsOurs THEN @remit ELSE "Remit" END,
            "NeedsReview" = @needsReview,
            "ModelVersion" = @model,
            "RemitByDates" = @remitByDates
        WHERE "Id" = @complaint
        """,
        ("areaIsOurs", complaint.AreaIsModels),
        ("area", prediction.BusinessArea.Code),
        ("typeIsOurs", complaint.TypeIsModels),
        ("type", prediction.ComplaintType.Code),
        ("remitIsOurs", complaint.RemitIsModels),
        ("remit", prediction.Remit.Code),
        ("needsReview", prediction.NeedsReview),
        ("model", modelVersion),
        ("remitByDates", RemitByDates.Of(complaint.Dates, complaint.AreaIsModels ? prediction.BusinessArea.Code : complaint.BusinessArea, definition.Standard)),
        ("complaint", complaintId));

    private void WriteThemes(DbTransaction transaction, long complaintId, Known complaint, ComplaintPrediction prediction)
    {
        connection.Execute(
            transaction,
            """DELETE FROM "ComplaintThemes" WHERE "ComplaintId" = @complaint AND "Origin" = @model""",
            ("complaint", complaintId),
            ("model", (int)CodeOrigin.Model));
        foreach (string theme in complaint.HasOthersThemes ? [] : prediction.Themes.Select(theme => theme.Code).Distinct(StringComparer.Ordinal))
        {
            connection.Execute(
                transaction,
                """INSERT INTO "ComplaintThemes" ("ComplaintId", "Theme", "Origin") VALUES (@complaint, @theme, @model)""",
                ("complaint", complaintId),
                ("theme", theme),
                ("model", (int)CodeOrigin.Model));
        }
    }

    private sealed record Known(DateOnly? CountedOn, bool AreaIsModels, bool TypeIsModels, bool RemitIsModels, bool HasOthersThemes, string? BusinessArea, ReferralDates Dates);
}
