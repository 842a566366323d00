namespace Ingest.Store.Entities;

/// <summary>The redacted text of a complaint: the only text that is shown, searched, classified or exported.</summary>
public sealed class ComplaintTextRow
{
    public long ComplaintId { get; set; }

    public required string RedactedText { get; set; }
}
