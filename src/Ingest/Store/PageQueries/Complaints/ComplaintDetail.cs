using Ingest.Store.Entities;

namespace Ingest.Store.PageQueries.Complaints;

/// <summary>One complaint with its codes, where each came from, and its redacted text.</summary>
public sealed record ComplaintDetail
{
    public required ComplaintRow Complaint { get; init; }

    public required string CollectionName { get; init; }

    public required string? RedactedText { get; init; }

    public required IReadOnlyList<ComplaintThemeRow> Themes { get; init; }

    /// <summary>What the newest model said; null when none has looked.</summary>
    public required PredictionRow? Prediction { get; init; }

    public required string FileName { get; init; }

    public required DateTime? ImportedAtUtc { get; init; }

    /// <summary>How many complaints are near-identical letters; 1 when it stands alone.</summary>
    public required int CampaignSize { get; init; }
}
