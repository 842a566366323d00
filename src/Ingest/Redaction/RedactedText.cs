namespace Ingest.Redaction;

/// <summary>What is left of a text after redaction.</summary>
/// <param name="Text">The text with every span replaced by a pseudonym; the same person or number has the same pseudonym throughout.</param>
/// <param name="Spans">What was replaced: ordered, not overlapping, as offsets into the text that was given.</param>
public sealed record RedactedText(string Text, IReadOnlyList<RedactionSpan> Spans);
