using System.Text.Json;
using Ingest.Validation;

namespace Ingest.Sources;

/// <summary>JSON objects as records: nested names are joined by dots, lists of plain values by semicolons.</summary>
internal static class JsonRecords
{
    /// <summary>How many records are looked at to learn the columns: JSON leaves out what is empty.</summary>
    public const int SampleRecords = 200;

    /// <summary>What stands between the values of a list when they become one cell.</summary>
    public const char ListSeparator = ';';

    /// <summary>What a person should know who misses a column in JSON.</summary>
    public const string AbsenceHint = "JSON leaves out what is empty: a property that no record of the file may have is 'optional: true' in the profile.";

    private const int MaxDepth = 16;

    /// <summary>The values of one object by their dotted names.</summary>
    public static Dictionary<string, string?> Flatten(JsonElement record)
    {
        Dictionary<string, string?> values = new(StringComparer.Ordinal);
        Collect(record, "", values, 0);
        return values;
    }

    /// <summary>The wanted columns that the first records do not have; later ones may.</summary>
    public static IEnumerable<string> Absent(IReadOnlyCollection<string> wanted, IReadOnlyCollection<string> present) =>
        wanted.Except(present, StringComparer.OrdinalIgnoreCase);

    public static SourceRecord ToRecord(long lineNumber, JsonElement element, IReadOnlyList<string> columns)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new SourceRecord(lineNumber, [element.GetRawText()], new RowIssue(null, $"a JSON {element.ValueKind.ToString().ToLowerInvariant()}", "a JSON object", null));
        }

        return TryFlatten(element) is { } values
            ? new SourceRecord(lineNumber, [.. columns.Select(column => values.GetValueOrDefault(column))], null)
            : new SourceRecord(lineNumber, [element.GetRawText()], new RowIssue(null, "an escape in a text that stands for no character", "texts of whole characters", "A text that was cut off within an emoji."));
    }

    /// <summary>The values of one object by their dotted names; null when one of its texts has half a character, which the parser notices only when the text is read.</summary>
    public static Dictionary<string, string?>? TryFlatten(JsonElement record)
    {
        try
        {
            return Flatten(record);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static void Collect(JsonElement element, string name, Dictionary<string, string?> values, int depth)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when depth < MaxDepth:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    Collect(property.Value, name.Length == 0 ? property.Name : $"{name}.{property.Name}", values, depth + 1);
                }

                break;
            case JsonValueKind.Array when element.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)):
                values[name] = string.Join(ListSeparator, element.EnumerateArray().Select(item => item.ToString()));
                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                values[name] = null;
                break;
            default:
                values[name] = element.ToString();
                break;
        }
    }
}
