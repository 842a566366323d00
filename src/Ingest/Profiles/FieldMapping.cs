namespace Ingest.Profiles;

/// <summary>Where a field's value comes from and how it is read.</summary>
public sealed record FieldMapping
{
    /// <summary>The source columns. Several are joined; a reference of several keeps the first and adds a hash of the rest. Empty when <see cref="Constant"/> is set.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>A value for every row, in place of a column.</summary>
    public string? Constant { get; init; }

    /// <summary>Source value → code; a null code means missing. Case and outer white space do not matter. Null when the source's words are used as they are.</summary>
    public IReadOnlyDictionary<string, string?>? Map { get; init; }

    /// <summary>Name and version of the map, kept beside every source code it turned into ours; null for a map within the profile, which has the profile's version.</summary>
    public string? MapVersion { get; init; }

    /// <summary>Date formats of this column, tried in order; the profile's when empty.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    /// <summary>What stands between several themes in one cell; null when a cell holds one.</summary>
    public string? Separator { get; init; }

    /// <summary>True when a file without the column is fine: its values are then missing. Default false: such a file is refused as one of another shape.</summary>
    public bool IsOptional { get; init; }
}
