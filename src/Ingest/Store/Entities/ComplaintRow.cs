namespace Ingest.Store.Entities;

/// <summary>One complaint as stored. Codes are null when missing: counted as missing, never guessed.</summary>
public sealed class ComplaintRow
{
    public long Id { get; set; }

    public int CollectionId { get; set; }

    public long ImportBatchId { get; set; }

    /// <summary>The source's own reference; unique within the collection. Profiles may join several columns.</summary>
    public required string Reference { get; set; }

    /// <summary>SHA-256 of every mapped field, to tell "the same again" from "changed".</summary>
    public required byte[] ContentHash { get; set; }

    /// <summary>The date the collection counts by (its date basis); null when missing.</summary>
    public DateOnly? CountedOn { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    /// <summary>When the thing complained of happened.</summary>
    public DateOnly? EventOn { get; set; }

    /// <summary>When the department (or firm) gave its final response.</summary>
    public DateOnly? RespondedOn { get; set; }

    public DateOnly? ClosedOn { get; set; }

    /// <summary>The source's own category and its version of the map that turned it into our codes.</summary>
    public string? SourceCategory { get; set; }

    public string? SourceMapVersion { get; set; }

    /// <summary>Effective business area: the source's where it carries one, else the model's, else null. A person's correction wins.</summary>
    public string? BusinessArea { get; set; }

    public string? ComplaintType { get; set; }

    public string? Remit { get; set; }

    /// <summary>How it was handled: resolved, settled, investigated, closed without reply.</summary>
    public string? Route { get; set; }

    /// <summary>Overall finding in our vocabulary; the source's word is beside it.</summary>
    public string? Finding { get; set; }

    public string? SourceFinding { get; set; }

    public string? Remedy { get; set; }

    /// <summary>Redress paid, in pence; null when not recorded.</summary>
    public long? RemedyPence { get; set; }

    public string? Organisation { get; set; }

    public string? OrganisationGroup { get; set; }

    public string? Office { get; set; }

    public string? Channel { get; set; }

    public string? Region { get; set; }

    public bool HasText { get; set; }

    /// <summary>True when the model was too unsure; cleared by a person's coding.</summary>
    public bool NeedsReview { get; set; }

    /// <summary>Version of the model whose codes stand here; null when the source's own codes do.</summary>
    public string? ModelVersion { get; set; }

    /// <summary>Group of near-identical letters; null when it stands alone.</summary>
    public long? CampaignId { get; set; }

    /// <summary>When it reached the body that looks at it after the final response: the examiner, or an ombudsman.</summary>
    public DateOnly? ReferredOn { get; set; }

    /// <summary>What the dates alone say of the remit (<see cref="Clocks.RemitByDates"/>), beside what the wording says; null when they do not tell.</summary>
    public string? RemitByDates { get; set; }
}
