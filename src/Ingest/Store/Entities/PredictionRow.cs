namespace Ingest.Store.Entities;

/// <summary>What one model version said about one complaint; kept beside any person's coding.</summary>
public sealed class PredictionRow
{
    public long ComplaintId { get; set; }

    public required string ModelVersion { get; set; }

    public required string TaxonomyVersion { get; set; }

    public required string BusinessArea { get; set; }

    public double BusinessAreaProbability { get; set; }

    public required string ComplaintType { get; set; }

    public double ComplaintTypeProbability { get; set; }

    public required string Remit { get; set; }

    public double RemitProbability { get; set; }

    public bool NeedsReview { get; set; }

    /// <summary>JSON: <c>[{"code":…,"probability":…,"evidence":[{"start":…,"end":…}]}]</c>, offsets into the redacted text.</summary>
    public required string Themes { get; set; }
}
