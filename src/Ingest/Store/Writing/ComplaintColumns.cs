using Ingest.Store.Entities;

namespace Ingest.Store.Writing;

/// <summary>The columns of a complaint in the order the importer writes and reads them.</summary>
internal static class ComplaintColumns
{
    public static readonly string[] Names =
    [
        nameof(ComplaintRow.Id), nameof(ComplaintRow.CollectionId), nameof(ComplaintRow.ImportBatchId), nameof(ComplaintRow.Reference),
        nameof(ComplaintRow.ContentHash), nameof(ComplaintRow.CountedOn), nameof(ComplaintRow.ReceivedOn), nameof(ComplaintRow.EventOn),
        nameof(ComplaintRow.RespondedOn), nameof(ComplaintRow.ClosedOn), nameof(ComplaintRow.SourceCategory), nameof(ComplaintRow.SourceMapVersion),
        nameof(ComplaintRow.BusinessArea), nameof(ComplaintRow.ComplaintType), nameof(ComplaintRow.Remit), nameof(ComplaintRow.Route),
        nameof(ComplaintRow.Finding), nameof(ComplaintRow.SourceFinding), nameof(ComplaintRow.Remedy), nameof(ComplaintRow.RemedyPence),
        nameof(ComplaintRow.Organisation), nameof(ComplaintRow.OrganisationGroup), nameof(ComplaintRow.Office), nameof(ComplaintRow.Channel),
        nameof(ComplaintRow.Region), nameof(ComplaintRow.HasText), nameof(ComplaintRow.NeedsReview), nameof(ComplaintRow.ModelVersion),
        nameof(ComplaintRow.CampaignId), nameof(ComplaintRow.ReferredOn), nameof(ComplaintRow.RemitByDates),
    ];

    /// <summary>Replaces all columns of one complaint; the parameters bear the columns' names.</summary>
    public static readonly string UpdateSql = $"""
        UPDATE "Complaints" SET {string.Join(", ", Names.Skip(1).Select(name => $"\"{name}\" = @{name}"))} WHERE "Id" = @Id
        """;

    public static void Fill(ComplaintRow row, Span<object?> values)
    {
        int next = 0;
        foreach (object? value in (ReadOnlySpan<object?>)[
            row.Id, row.CollectionId, row.ImportBatchId, row.Reference, row.ContentHash, row.CountedOn, row.ReceivedOn, row.EventOn, row.RespondedOn,
            row.ClosedOn, row.SourceCategory, row.SourceMapVersion, row.BusinessArea, row.ComplaintType, row.Remit, row.Route, row.Finding,
            row.SourceFinding, row.Remedy, row.RemedyPence, row.Organisation, row.OrganisationGroup, row.Office, row.Channel, row.Region,
            row.HasText, row.NeedsReview, row.ModelVersion, row.CampaignId, row.ReferredOn, row.RemitByDates])
        {
            values[next++] = value;
        }
    }
}
