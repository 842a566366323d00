namespace Ingest.Store.Entities;

/// <summary>A row that was refused: where it stands, what was found, what was expected. The row itself is kept, encrypted, so that it can be corrected and replayed.</summary>
public sealed class QuarantinedRow
{
    public long Id { get; set; }

    public long ImportBatchId { get; set; }

    /// <summary>Line of the file where the row begins, from 1.</summary>
    public long LineNumber { get; set; }

    public string? Column { get; set; }

    /// <summary>What was found, without personal data: a shape ("text of 12 characters"), a count, or the value of a field that cannot hold any.</summary>
    public required string Found { get; set; }

    public required string Expected { get; set; }

    public string? LikelyCause { get; set; }

    /// <summary>The row's fields as a JSON array, encrypted.</summary>
    public required byte[] EncryptedRow { get; set; }

    public bool Replayed { get; set; }
}
