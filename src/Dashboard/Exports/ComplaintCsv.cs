using Ingest.Store.PageQueries.Complaints;

namespace Dashboard.Exports;

/// <summary>Complaints as rows, streamed from the database: codes, dates and the redacted text.</summary>
public static class ComplaintCsv
{
    private const decimal PencePerPound = 100;

    private static readonly string[] Header =
    [
        "id", "reference", "received", "event", "responded", "closed", "referred", "source_category", "business_area", "themes", "complaint_type", "remit", "remit_by_dates", "route",
        "finding", "remedy", "remedy_pounds", "organisation", "organisation_group", "office", "channel", "region", "campaign", "model_version", "redacted_text",
    ];

    public static async Task<IResult> WriteAsync(string collection, ComplaintsQuery query, ComplaintFilter filter, CancellationToken cancellationToken)
    {
        ComplaintExportScope scope = await query.ExportScopeAsync(filter, cancellationToken);
        return CsvResponse.Of($"{collection}-complaints", scope.Rows, async (csv, stop) =>
        {
            await csv.WriteAsync(Header, stop);
            await foreach (ComplaintExportRow row in query.Export(filter, scope).WithCancellation(stop))
            {
                await csv.WriteAsync(Cells(row), stop);
            }
        });
    }

    private static IEnumerable<object?> Cells(ComplaintExportRow row) =>
    [
        row.Id, row.Reference, row.ReceivedOn, row.EventOn, row.RespondedOn, row.ClosedOn, row.ReferredOn, row.SourceCategory, row.BusinessArea, string.Join("; ", row.Themes),
        row.ComplaintType, row.Remit, row.RemitByDates, row.Route, row.Finding, row.Remedy, row.RemedyPence is { } pence ? (double)(pence / PencePerPound) : null, row.Organisation,
        row.OrganisationGroup, row.Office, row.Channel, row.Region, row.CampaignId, row.ModelVersion, row.RedactedText,
    ];
}
