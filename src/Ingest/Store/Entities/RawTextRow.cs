namespace Ingest.Store.Entities;

/// <summary>The original text, encrypted with a key that is not in the database. Read by role only.</summary>
public sealed class RawTextRow
{
    public long ComplaintId { get; set; }

    public required byte[] Encrypted { get; set; }
}
