namespace Ingest.Redaction;

/// <summary>What a redaction run did.</summary>
/// <param name="Texts">Texts read and written.</param>
/// <param name="Spans">Pieces of personal data replaced.</param>
public sealed record RedactionReport(long Texts, long Spans);
