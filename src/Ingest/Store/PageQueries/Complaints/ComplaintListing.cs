namespace Ingest.Store.PageQueries.Complaints;

/// <summary>A complaint in a list.</summary>
public sealed record ComplaintListing
{
    public required long Id { get; init; }

    public required string Reference { get; init; }

    public required DateOnly? CountedOn { get; init; }

    public required string? BusinessArea { get; init; }

    public required string? Organisation { get; init; }

    public required string? Office { get; init; }

    public required string? Finding { get; init; }

    /// <summary>What the dates alone say of the remit; null when they do not tell.</summary>
    public required string? RemitByDates { get; init; }

    public required long? CampaignId { get; init; }

    public required bool NeedsReview { get; init; }

    /// <summary>The beginning of the redacted text, longer after a search; null when the source carried none.</summary>
    public required string? Beginning { get; init; }

    public required IReadOnlyList<string> Themes { get; init; }
}
