using System.Text.Json;
using Insights;

namespace Ingest.Sources;

/// <summary>A JSON document: a list is streamed, and so are objects one after another; a large object that holds a list; a smaller one, which may itself be a record, is read as a whole.</summary>
internal sealed class JsonRecordSource : IRecordSource
{
    private readonly SourceFile file;
    private readonly Stream stream;
    private readonly JsonDocument? document;
    private readonly IEnumerator<JsonElement> elements;
    private readonly List<JsonElement> sample = [];
    private InputErrorException? broken;
    private long read;

    /// <param name="file">The file.</param>
    /// <param name="recordsProperty">The property that holds the records; null to take the first list of objects.</param>
    /// <param name="required">Columns of a record: an object that has them all is one, whatever lists it holds.</param>
    /// <param name="optional">Columns that need not occur in the first records: JSON leaves out what is empty.</param>
    public JsonRecordSource(SourceFile file, string? recordsProperty, IReadOnlyCollection<string> required, IReadOnlyCollection<string> optional)
    {
        this.file = file;
        bool isList = StartsWithList(file);
        JsonForm form = isList ? JsonForm.List : JsonForm.Several;
        document = isList ? null : TryReadDocument(ref form);
        stream = LenientUtf8Stream.Open(file);
        elements = document is null
            ? Values(new JsonValues(stream, file.Name, form, recordsProperty)).GetEnumerator()
            : RecordsOf(document.RootElement, recordsProperty, required).AsEnumerable().GetEnumerator();
        List<string> columns = SampleColumns();
        Columns = [.. columns, .. JsonRecords.Absent(optional, columns)];
    }

    public IReadOnlyList<string> Columns { get; }

    public string? ShapeHint => "In a JSON document the records are the first list of objects; name another with 'records' under 'format' in the profile. " + JsonRecords.AbsenceHint;

    public IEnumerable<SourceRecord> Records()
    {
        long position = 0;
        foreach (JsonElement element in sample)
        {
            yield return JsonRecords.ToRecord(++position, element, Columns);
        }

        if (broken is not null)
        {
            throw broken;
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
        using StreamReader reader = new(LenientUtf8Stream.Open(file));
        int character = reader.Read();
        while (character >= 0 && char.IsWhiteSpace((char)character))
        {
            character = reader.Read();
        }

        return character == '[';
    }

    private static IEnumerable<JsonElement> Values(JsonValues values)
    {
        while (values.Next() is { } value)
        {
            yield return value;
        }
    }

    private static JsonElement[] RecordsOf(JsonElement root, string? property, IReadOnlyCollection<string> required)
    {
        if (property is null && required.Count > 0 && JsonRecords.TryFlatten(root) is { } own && required.All(column => own.Keys.Contains(column, StringComparer.OrdinalIgnoreCase)))
        {
            return [root];
        }

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

    /// <summary>The file as one document; null when it is several one after another, or too large to be held, which the form then says.</summary>
    private JsonDocument? TryReadDocument(ref JsonForm form)
    {
        using Stream whole = LenientUtf8Stream.Open(file);
        using MemoryStream content = new();
        byte[] buffer = new byte[ushort.MaxValue];
        int count;
        while ((count = whole.Read(buffer)) > 0)
        {
            content.Write(buffer, 0, count);
            if (content.Length > ImportLimits.RecordBytes)
            {
                form = EndsWithin(content) ? JsonForm.Several : JsonForm.Within;
                return null;
            }
        }

        try
        {
            return JsonDocument.Parse(content.GetBuffer().AsMemory(0, (int)content.Length));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>True when the first value is whole in what was read of the file.</summary>
    private static bool EndsWithin(MemoryStream content)
    {
        Utf8JsonReader reader = new(content.GetBuffer().AsSpan(0, (int)content.Length), isFinalBlock: false, default);
        try
        {
            return reader.Read() && reader.TrySkip();
        }
        catch (JsonException)
        {
            // Broken: reading it value by value says where.
            return true;
        }
    }

    private List<string> SampleColumns()
    {
        List<string> columns = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (sample.Count < JsonRecords.SampleRecords && TryMoveNext())
        {
            JsonElement element = elements.Current;
            sample.Add(element);
            if (element.ValueKind == JsonValueKind.Object && JsonRecords.TryFlatten(element) is { } values)
            {
                columns.AddRange(values.Keys.Where(seen.Add));
            }
        }

        return columns;
    }

    /// <summary>A break within the first records is kept until the records before it have been given.</summary>
    private bool TryMoveNext()
    {
        try
        {
            return MoveNext();
        }
        catch (InputErrorException problem) when (sample.Count > 0)
        {
            broken = problem;
            return false;
        }
    }

    private bool MoveNext()
    {
        try
        {
            bool isThere = elements.MoveNext();
            read += isThere ? 1 : 0;
            return isThere;
        }
        catch (JsonException problem)
        {
            throw new InputErrorException(
                $"{file.Name}, line {problem.LineNumber + 1}, character {problem.BytePositionInLine + 1}: the JSON breaks here, in record {read + 1}, so that it and those after it cannot be read. {(read == 0 ? "Nothing was stored" : "Those before it are stored")}; mend the file and import it again.",
                problem);
        }
    }
}
