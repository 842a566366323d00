namespace Ingest.Store.PageQueries.Complaints;

/// <summary>Which complaints a list shows. Values of one dimension widen ("or"), dimensions narrow ("and").</summary>
public sealed record ComplaintFilter(int CollectionId)
{
    /// <summary>Words to find in the redacted text; null for no search.</summary>
    public string? Words { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public IReadOnlyList<FacetValue> Included { get; init; } = [];

    public IReadOnlyList<FacetValue> Excluded { get; init; } = [];

    public bool HasWords => !string.IsNullOrWhiteSpace(Words);

    /// <summary>True when nothing but dates narrows the list: its counts stand in the daily counts.</summary>
    public bool IsDatesOnly => !HasWords && Included.Count == 0 && Excluded.Count == 0;
}
