using System.Text.Json;
using Insights;

namespace Ingest.Sources;

/// <summary>A JSON document: a list is streamed; an object that holds a list, or is itself a record, is read as a whole.</summary>
internal sealed class JsonRecordSource : IRecordSource
{
    private readonly SourceFile file;
    private readonly Stream stream;
    private readonly JsonDocument? document;
    private readonly IEnumerator<JsonElement> elements;
    private readonly List<JsonElement> sample = [];

    /// <param name="file">The file.</param>
    /// <param name="recordsProperty">The property that holds the records; null to take the first list of objects.</param>
    /// <param name="optional">Columns that need not occur in the first records: JSON leaves out what is empty.</param>
    public JsonRecordSource(SourceFile file, string? recordsProperty, IReadOnlyCollection<string> optional)
    {
        this.file = file;
        stream = file.Open();
        bool isList = StartsWithList(file);
        document = isList ? null : ReadDocument();
        elements = isList
            ? JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(stream).ToBlockingEnumerable().GetEnumerator()
            : RecordsOf(document!.RootElement, recordsProperty).AsEnumerable().GetEnumerator();
        List<string> columns = SampleColumns();
        Columns = [.. columns, .. JsonRecords.Absent(optional, columns)];
    }

    public IReadOnlyList<string> Columns { get; }

    public string? ShapeHint => "In a JSON document the records are the first list of objects; name another with 'records' under 'format' in the profile.";

    public IEnumerable<SourceRecord> Records()
    {
        long position = 0;
        foreach (JsonElement element in sample)
        {
            yield return JsonRecords.ToRecord(++position, element, Columns);
        }

        while (MoveNext())
        {
            yield return JsonRecords.ToRecord(++position, elements.Current, Columns);
        }
    }

    public void Dispose()
    {
        elements.Dispose();
        document?.Dispose();
        stream.Dispose();
    }

    private static bool StartsWithList(SourceFile file)
    {
        using StreamReader reader = new(file.Open());
        int character = reader.Read();
        while (character >= 0 && char.IsWhiteSpace((char)character))
        {
            character = reader.Read();
        }

        return character == '[';
    }

    private static JsonElement[] RecordsOf(JsonElement root, string? property)
    {
        foreach (JsonProperty candidate in root.EnumerateObject())
        {
            bool isWanted = property is null ? candidate.Value.ValueKind == JsonValueKind.Array && HoldsObjects(candidate.Value) : candidate.NameEquals(property);
            if (isWanted && candidate.Value.ValueKind == JsonValueKind.Array)
            {
                return [.. candidate.Value.EnumerateArray()];
            }
        }

        return [root];
    }

    private static bool HoldsObjects(JsonElement list) => list.GetArrayLength() > 0 && list[0].ValueKind == JsonValueKind.Object;

    private JsonDocument ReadDocument()
    {
        using MemoryStream content = new();
        byte[] buffer = new byte[ushort.MaxValue];
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            content.Write(buffer, 0, count);
            if (content.Length > ImportLimits.DocumentBytes)
            {
                throw new InputErrorException($"{file.Name}: a JSON object of more than {ImportLimits.DocumentBytes:N0} bytes. Expected a list of records, or JSON lines, which are read piece by piece.");
            }
        }

        try
        {
            return JsonDocument.Parse(content.ToArray());
        }
        catch (JsonException problem)
        {
            throw Invalid(problem);
        }
    }

    private List<string> SampleColumns()
    {
        List<string> columns = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (sample.Count < JsonRecords.SampleRecords && MoveNext())
        {
            // The element's document is released when the enumerator moves on.
            JsonElement element = elements.Current.Clone();
            sample.Add(element);
            if (element.ValueKind == JsonValueKind.Object && JsonRecords.TryFlatten(element) is { } values)
            {
                columns.AddRange(values.Keys.Where(seen.Add));
            }
        }

        return columns;
    }

    private bool MoveNext()
    {
        try
        {
            return elements.MoveNext();
        }
        catch (JsonException problem)
        {
            throw Invalid(problem);
        }
    }

    private InputErrorException Invalid(JsonException problem) =>
        new($"{file.Name}, line {problem.LineNumber + 1}: the JSON breaks here, so that this record and those after it cannot be read. Those before it are stored; mend the file and import it again.", problem);
}
