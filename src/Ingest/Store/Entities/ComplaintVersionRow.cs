namespace Ingest.Store.Entities;

/// <summary>What a complaint was before an import changed it, so that the history stays and the import can be undone.</summary>
public sealed class ComplaintVersionRow
{
    public long Id { get; set; }

    public long ComplaintId { get; set; }

    /// <summary>The import that replaced this version.</summary>
    public long ReplacedByBatchId { get; set; }

    /// <summary>The import that had brought this version.</summary>
    public long ImportBatchId { get; set; }

    public DateTime ReplacedAtUtc { get; set; }

    /// <summary>The mapped fields with the original text as JSON, encrypted.</summary>
    public required byte[] EncryptedRecord { get; set; }
}
