using Insights.Complaints;

namespace Ingest.Profiles;

/// <summary>How the files of one source become complaints: everything about a source that is not in the program.</summary>
public sealed record ImportProfile
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    public required string Title { get; init; }

    /// <summary>How it is found again: its name in the data folder, or the full path of a file elsewhere.</summary>
    public required string Location { get; init; }

    /// <summary>The columns a file must have to be one of this profile.</summary>
    public IReadOnlyCollection<string> RequiredColumns => [.. ColumnsWhere(mapping => !mapping.IsOptional)];

    /// <summary>The columns a file may lack.</summary>
    public IReadOnlyCollection<string> OptionalColumns => [.. ColumnsWhere(mapping => mapping.IsOptional)];

    public required ComplaintCollection Collection { get; init; }

    public required DateBasis DateBasis { get; init; }

    public required FileFormat Format { get; init; }

    public required IReadOnlyDictionary<ImportField, FieldMapping> Columns { get; init; }

    /// <summary>False for sources whose texts follow the office's own formulas, so that alike does not mean copied. Default true.</summary>
    public bool GroupsCampaigns { get; init; } = true;

    /// <summary>Null when the source is not measured against one.</summary>
    public ServiceStandard? ServiceStandard { get; init; }

    private IEnumerable<string> ColumnsWhere(Func<FieldMapping, bool> condition) =>
        Columns.Values.Where(condition).SelectMany(mapping => mapping.Columns).Distinct(StringComparer.OrdinalIgnoreCase);
}
