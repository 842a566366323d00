using Ingest.Store.Entities;

namespace Ingest.Validation;

/// <summary>A row that passed: the complaint as it will be stored, with what lies in other tables.</summary>
/// <param name="Row">The complaint; its ids and its collection are filled in by the store.</param>
/// <param name="Themes">Its themes from the source, each once, in ordinal order.</param>
/// <param name="Text">The original text; null when the source has none.</param>
/// <param name="Denominator">The size of what the complaint is held against; null when the row has none.</param>
public sealed record ImportedComplaint(ComplaintRow Row, IReadOnlyList<string> Themes, string? Text, double? Denominator);
