namespace Ingest.Store.Entities;

/// <summary>An effective theme of a complaint, from its source, the model or a person.</summary>
public sealed class ComplaintThemeRow
{
    public long ComplaintId { get; set; }

    public required string Theme { get; set; }

    public CodeOrigin Origin { get; set; }
}
