namespace Ingest.Store.Entities;

/// <summary>One file's import and its account: read = accepted + duplicates + updated + quarantined.</summary>
public sealed class ImportBatchRow
{
    public long Id { get; set; }

    public int CollectionId { get; set; }

    public required string ProfileName { get; set; }

    public required string ProfileVersion { get; set; }

    public required string FileName { get; set; }

    /// <summary>SHA-256 of the file's bytes in hexadecimal.</summary>
    public string? FileHash { get; set; }

    public DateTime StartedAtUtc { get; set; }

    public DateTime? FinishedAtUtc { get; set; }

    public ImportState State { get; set; }

    public int Read { get; set; }

    public int Accepted { get; set; }

    public int Duplicates { get; set; }

    public int Updated { get; set; }

    public int Quarantined { get; set; }

    /// <summary>Why it failed, in a sentence; null unless <see cref="ImportState.Failed"/>.</summary>
    public string? Error { get; set; }
}
