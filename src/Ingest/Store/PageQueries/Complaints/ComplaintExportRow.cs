namespace Ingest.Store.PageQueries.Complaints;

/// <summary>A complaint as it stands in a download and in the API: codes, dates and the redacted text.</summary>
public sealed record ComplaintExportRow
{
    public required long Id { get; init; }

    public required string Reference { get; init; }

    public required DateOnly? ReceivedOn { get; init; }

    public required DateOnly? EventOn { get; init; }

    public required DateOnly? RespondedOn { get; init; }

    public required DateOnly? ClosedOn { get; init; }

    public required DateOnly? ReferredOn { get; init; }

    public required string? SourceCategory { get; init; }

    public required string? BusinessArea { get; init; }

    public required IReadOnlyList<string> Themes { get; init; }

    public required string? ComplaintType { get; init; }

    public required string? Remit { get; init; }

    public required string? RemitByDates { get; init; }

    public required string? Route { get; init; }

    public required string? Finding { get; init; }

    public required string? Remedy { get; init; }

    public required long? RemedyPence { get; init; }

    public required string? Organisation { get; init; }

    public required string? OrganisationGroup { get; init; }

    public required string? Office { get; init; }

    public required string? Channel { get; init; }

    public required string? Region { get; init; }

    public required long? CampaignId { get; init; }

    public required string? ModelVersion { get; init; }

    public required string? RedactedText { get; init; }
}
