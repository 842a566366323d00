using Ingest.Store.Entities;

namespace Ingest;

/// <summary>A row as it would be stored.</summary>
/// <param name="Complaint">Its codes and dates.</param>
/// <param name="Themes">Its themes.</param>
/// <param name="RedactedText">Its text with personal data taken out; null when it has none.</param>
public sealed record PreviewRow(ComplaintRow Complaint, IReadOnlyList<string> Themes, string? RedactedText);
