using Dashboard.Charts;
using Ingest;
using Ingest.Profiles;
using Ingest.Store.Entities;

namespace Dashboard.Pages.Shared;

/// <summary>What a previewed row shows, field by field.</summary>
public static class PreviewCells
{
    private const int PencePerPound = 100;
    private const int ShownCharacters = 160;

    public static IEnumerable<(ImportField Field, string? Text)> Of(PreviewRow row)
    {
        ComplaintRow complaint = row.Complaint;
        return
        [
            (ImportField.ReceivedOn, Day(complaint.ReceivedOn)),
            (ImportField.EventOn, Day(complaint.EventOn)),
            (ImportField.RespondedOn, Day(complaint.RespondedOn)),
            (ImportField.ClosedOn, Day(complaint.ClosedOn)),
            (ImportField.ReferredOn, Day(complaint.ReferredOn)),
            (ImportField.SourceCategory, complaint.SourceCategory),
            (ImportField.BusinessArea, complaint.BusinessArea),
            (ImportField.Theme, row.Themes.Count == 0 ? null : string.Join(", ", row.Themes)),
            (ImportField.ComplaintType, complaint.ComplaintType),
            (ImportField.Remit, complaint.Remit),
            (ImportField.Route, complaint.Route),
            (ImportField.Finding, complaint.Finding),
            (ImportField.Remedy, complaint.Remedy),
            (ImportField.RemedyPounds, complaint.RemedyPence is { } pence ? $"£{ChartNumber.Write((double)pence / PencePerPound, ValueFormat.Rate)}" : null),
            (ImportField.Organisation, complaint.Organisation),
            (ImportField.OrganisationGroup, complaint.OrganisationGroup),
            (ImportField.Office, complaint.Office),
            (ImportField.Channel, complaint.Channel),
            (ImportField.Region, complaint.Region),
            (ImportField.Text, row.RedactedText is not { } text ? null : text.Length <= ShownCharacters ? text : text[..ShownCharacters] + "…"),
        ];
    }

    private static string? Day(DateOnly? day) => day is { } known ? DateText.Write(known) : null;
}
