namespace Ingest.Store.Entities;

/// <summary>The MinHash signature of a redacted text, kept apart from the text so that all of them can be read quickly when letter campaigns are grouped.</summary>
public sealed class TextSignatureRow
{
    public long ComplaintId { get; set; }

    public required byte[] Signature { get; set; }
}
