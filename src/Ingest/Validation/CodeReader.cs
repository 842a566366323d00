using Ingest.Profiles;
using Ingest.Store;
using Insights.Complaints;
using Insights.Taxonomies;

namespace Ingest.Validation;

/// <summary>Turns the words of one source column into codes: by the profile's map, else by the taxonomy's codes and titles, else as they are.</summary>
internal sealed class CodeReader
{
    private readonly Dimension? dimension;
    private readonly IReadOnlyDictionary<string, string?>? map;
    private readonly Dictionary<string, string>? known;

    public CodeReader(FieldMapping mapping, Dimension? dimension, Taxonomy taxonomy)
    {
        this.dimension = dimension;
        map = mapping.Map;
        if (dimension is not { } closed || !taxonomy.IsClosed(closed))
        {
            return;
        }

        known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (TaxonomyCode code in taxonomy.Codes(closed))
        {
            known[code.Code] = code.Code;
            known.TryAdd(code.Title, code.Code);
        }
    }

    /// <summary>Reads one value. The code is null when the value means "missing".</summary>
    public (string? Code, RowIssue? Issue) Read(string value, string? column)
    {
        if (map is not null && map.TryGetValue(value, out string? mapped))
        {
            return (mapped, null);
        }

        if (known is not null)
        {
            return known.TryGetValue(value, out string? code) ? (code, null) : (null, Unknown(value, column));
        }

        return value.Length <= FieldLengths.Code
            ? (value, null)
            : (null, new RowIssue(column, Shapes.Text(value), $"at most {FieldLengths.Code} characters", "The columns are shifted, or the profile maps the wrong column."));
    }

    private RowIssue Unknown(string value, string? column) => new(
        column,
        $"{Shapes.Text(value)} that is neither mapped nor a code",
        $"one of the {map?.Count ?? known!.Count} values the profile {(map is null ? "or taxonomy knows" : "maps")} for {dimension}",
        "The source has a new value: add it to the profile's map. Or the columns are shifted.");
}
