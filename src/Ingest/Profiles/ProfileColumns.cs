using Ingest.DataFiles;
using Insights.Complaints;
using Insights.Taxonomies;

namespace Ingest.Profiles;

/// <summary>Reads the part <c>columns</c> of a profile and checks it against the taxonomy.</summary>
internal sealed class ProfileColumns(Taxonomy taxonomy, Func<string, ValueMapFile> mapByName)
{
    private static readonly ImportField[] DateFields = [ImportField.ReceivedOn, ImportField.EventOn, ImportField.RespondedOn, ImportField.ClosedOn, ImportField.ReferredOn];

    public IReadOnlyDictionary<ImportField, FieldMapping> Read(YamlSection file, DateBasis dateBasis, bool isClassified)
    {
        YamlSection section = file.RequiredSection("columns");
        section.AllowOnly([.. Enum.GetValues<ImportField>().Select(KeyOf)]);
        Dictionary<ImportField, FieldMapping> columns = [];
        foreach (ImportField field in Enum.GetValues<ImportField>().Where(field => section.Has(KeyOf(field))))
        {
            columns[field] = ReadMapping(section, field);
        }

        RequireColumn(section, columns, ImportField.Reference, "every complaint needs a reference");
        RequireColumn(section, columns, Enum.Parse<ImportField>(dateBasis.ToString()), "the collection counts by it (dateBasis)");
        if (isClassified)
        {
            RequireColumn(section, columns, ImportField.Text, "the collection is classified from it");
        }

        return columns;
    }

    /// <summary>The dimension whose codes a field carries; null for dates, sums, texts and references.</summary>
    public static Dimension? DimensionOf(ImportField field) => Enum.TryParse(field.ToString(), out Dimension dimension) ? dimension : null;

    public static string KeyOf(ImportField field)
    {
        string name = field.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static void RequireColumn(YamlSection section, Dictionary<ImportField, FieldMapping> columns, ImportField field, string reason)
    {
        if (!columns.ContainsKey(field))
        {
            throw section.Problem(KeyOf(field), "not mapped", $"a column, because {reason}");
        }
    }

    private FieldMapping ReadMapping(YamlSection columns, ImportField field)
    {
        string key = KeyOf(field);
        if (!columns.IsSection(key))
        {
            IReadOnlyList<string> names = columns.Texts(key);
            return names.Count > 0 ? new FieldMapping { Columns = names } : throw columns.Problem(key, "empty", "the name of a column");
        }

        YamlSection section = columns.RequiredSection(key);
        section.AllowOnly("column", "columns", "constant", "map", "formats", "separator", "optional");
        ValueMapFile? mapFile = section.IsSection("map") ? null : section.Text("map") is not null ? section.Named("map", mapByName) : null;
        RefuseIdle(section, field);
        FieldMapping mapping = new()
        {
            Columns = [.. section.Texts("column"), .. section.Texts("columns")],
            Constant = section.Text("constant"),
            Map = (mapFile?.Values ?? section.Section("map")) is { } map ? ReadMap(map, field) : null,
            MapVersion = mapFile?.NameAndVersion,
            DateFormats = DatePattern.Checked(section, "formats"),
            Separator = section.Text("separator"),
            IsOptional = section.Flag("optional", whenAbsent: false),
        };
        return mapping.Columns.Count > 0 == (mapping.Constant is null)
            ? mapping
            : throw columns.Problem(key, "without column and constant, or with both", "either 'column' (or 'columns') or 'constant'");
    }

    /// <summary>A key that nothing reads at this field would be ignored in silence.</summary>
    private static void RefuseIdle(YamlSection section, ImportField field)
    {
        if (section.Has("map") && (DateFields.Contains(field) || field is ImportField.Reference or ImportField.RemedyPounds or ImportField.Denominator or ImportField.Text))
        {
            throw section.Problem("map", "given for a field without codes", "a map at a field of codes, such as theme, finding or office");
        }

        if (section.Has("formats") && !DateFields.Contains(field))
        {
            throw section.Problem("formats", "given for a field without dates", "date formats at a field of dates, such as receivedOn");
        }

        if (section.Has("separator") && field != ImportField.Theme)
        {
            throw section.Problem("separator", $"given for {KeyOf(field)}", "a separator at theme, which alone may have several values in a cell");
        }
    }

    private Dictionary<string, string?> ReadMap(YamlSection map, ImportField field)
    {
        Dictionary<string, string?> values = new(StringComparer.OrdinalIgnoreCase);
        foreach (string source in map.Keys)
        {
            string? code = map.Text(source);
            if (code is not null && DimensionOf(field) is { } dimension && taxonomy.IsClosed(dimension) && !taxonomy.Contains(dimension, code))
            {
                throw map.Problem(source, $"'{code}'", $"a {dimension} code of the taxonomy {taxonomy.Name}: {string.Join(", ", taxonomy.Codes(dimension).Select(known => known.Code))}");
            }

            if (!values.TryAdd(source.Trim(), code))
            {
                throw map.Problem(source, "there twice (case and outer spaces do not count)", "each value once");
            }
        }

        return values;
    }
}
