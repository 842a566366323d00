using Ingest.Profiles;

namespace Dashboard.Pages.Shared;

/// <summary>What the fields of a profile are called on pages.</summary>
public static class FieldWords
{
    public static string Of(ImportField field) => field switch
    {
        ImportField.Reference => "Reference",
        ImportField.ReceivedOn => "Date received",
        ImportField.EventOn => "Date it happened",
        ImportField.RespondedOn => "Date of the response",
        ImportField.ClosedOn => "Date closed",
        ImportField.ReferredOn => "Date it reached the examiner or ombudsman",
        ImportField.SourceCategory => "The source's own category",
        ImportField.BusinessArea => "Business area",
        ImportField.Theme => "Theme or themes",
        ImportField.ComplaintType => "Type of complaint",
        ImportField.Remit => "Remit",
        ImportField.Route => "Route",
        ImportField.Finding => "Finding or outcome",
        ImportField.Remedy => "Remedy",
        ImportField.RemedyPounds => "Remedy in pounds",
        ImportField.Organisation => "Organisation",
        ImportField.OrganisationGroup => "Kind of organisation",
        ImportField.Office => "Office",
        ImportField.Channel => "Channel",
        ImportField.Region => "Region",
        ImportField.Denominator => "Size to hold complaints against",
        _ => "Text of the complaint",
    };
}
