namespace Ingest.Redaction;

/// <summary>One piece of personal data in a text.</summary>
/// <param name="Start">First UTF-16 unit of the piece, an offset into the text that was given.</param>
/// <param name="End">The unit after the last.</param>
/// <param name="Type">A code of <see cref="PersonalDataType"/>.</param>
public readonly record struct RedactionSpan(int Start, int End, string Type);
