using Ingest.Profiles;
using Insights;

namespace Ingest.Sources;

/// <summary>Which cells of this file's records a profile's fields are read from.</summary>
public sealed class ColumnBinding
{
    /// <summary>Stands for the index of an optional column that the file lacks.</summary>
    public const int Absent = -1;

    private readonly Dictionary<ImportField, int[]> indices = [];

    private ColumnBinding(IRecordSource source)
    {
        Columns = source.Columns;
        HasTypedDates = source.HasTypedDates;
        HasSerialDates = source.HasSerialDates;
    }

    /// <summary>The file's columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>True when dates come as ISO dates, whatever the profile's formats.</summary>
    public bool HasTypedDates { get; }

    /// <summary>True when numbers in columns of dates are days counted from 1900.</summary>
    public bool HasSerialDates { get; }

    /// <exception cref="InputErrorException">The file lacks columns the profile needs: it is one of another shape.</exception>
    public static ColumnBinding Bind(ImportProfile profile, IRecordSource source, string fileName)
    {
        ColumnBinding binding = new(source);
        Dictionary<string, int> byName = new(StringComparer.OrdinalIgnoreCase);
        for (int index = 0; index < source.Columns.Count; index++)
        {
            byName.TryAdd(source.Columns[index].Trim(), index);
        }

        List<string> missing = [];
        foreach ((ImportField field, FieldMapping mapping) in profile.Columns.Where(column => column.Value.Constant is null))
        {
            string[] absent = [.. mapping.Columns.Where(column => !byName.ContainsKey(column.Trim()))];
            if (absent.Length < mapping.Columns.Count && (absent.Length == 0 || mapping.IsOptional))
            {
                binding.indices[field] = [.. mapping.Columns.Select(column => byName.GetValueOrDefault(column.Trim(), Absent))];
            }
            else if (!mapping.IsOptional)
            {
                missing.AddRange(absent);
            }
        }

        return missing.Count == 0 ? binding : throw OtherShape(profile, source, fileName, missing);
    }

    /// <summary>The cells of a field, by index, <see cref="Absent"/> for those of several that this file lacks; empty when it has none at all.</summary>
    public IReadOnlyList<int> IndicesOf(ImportField field) => indices.GetValueOrDefault(field) ?? [];

    /// <summary>The source's name for a field, for messages; null when it has none in this file.</summary>
    public string? NameOf(ImportField field) => IndicesOf(field).FirstOrDefault(index => index != Absent, Absent) is var first && first != Absent ? Columns[first] : null;

    private static InputErrorException OtherShape(ImportProfile profile, IRecordSource source, string fileName, List<string> missing)
    {
        string[] expected = [.. profile.Columns.Values.SelectMany(mapping => mapping.Columns).Distinct(StringComparer.OrdinalIgnoreCase)];
        string hint = source.ShapeHint is { } shape ? " " + shape : "";
        return new InputErrorException(
            $"{fileName}, line {source.HeaderLine}: this is no file of the profile '{profile.Name}'. Expected the columns {string.Join(", ", expected)}; found {HeaderNames.Describe(source.Columns, expected)}; missing {string.Join(", ", missing.Distinct(StringComparer.OrdinalIgnoreCase))}.{hint}");
    }
}
