namespace Ingest.Redaction.Identifiers;

/// <summary>A written form that is an identifier wherever it stands.</summary>
internal sealed record IdentifierShape(string Type, string Pattern);
