using System.Text;
using System.Text.Json;
using Ingest.Validation;

namespace Ingest.Sources;

/// <summary>One JSON object a line.</summary>
internal sealed class JsonLinesRecordSource : IRecordSource
{
    private readonly BoundedLineReader lines;
    private readonly List<(long Line, string? Text)> sample = [];

    /// <param name="file">The file.</param>
    /// <param name="optional">Columns that need not occur in the first records: JSON leaves out what is empty.</param>
    public JsonLinesRecordSource(SourceFile file, IReadOnlyCollection<string> optional)
    {
        lines = new BoundedLineReader(LenientUtf8Stream.Open(file));
        List<string> columns = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (sample.Count < JsonRecords.SampleRecords && lines.TryRead(out string? text))
        {
            sample.Add((lines.LineNumber, text));
            if (Parse(text) is { RootElement.ValueKind: JsonValueKind.Object } document)
            {
                columns.AddRange(JsonRecords.Flatten(document.RootElement).Keys.Where(seen.Add));
                document.Dispose();
            }
        }

        Columns = [.. columns, .. JsonRecords.Absent(optional, columns)];
    }

    public IReadOnlyList<string> Columns { get; }

    public string? ShapeHint => JsonRecords.AbsenceHint;

    public IEnumerable<SourceRecord> Records()
    {
        foreach ((long line, string? text) in sample.Where(line => !string.IsNullOrWhiteSpace(line.Text ?? "too long")))
        {
            yield return ToRecord(line, text);
        }

        while (lines.TryRead(out string? text))
        {
            if (text is null || !string.IsNullOrWhiteSpace(text))
            {
                yield return ToRecord(lines.LineNumber, text);
            }
        }
    }

    public void Dispose() => lines.Dispose();

    private static JsonDocument? Parse(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private SourceRecord ToRecord(long lineNumber, string? text)
    {
        if (text is null)
        {
            return new SourceRecord(lineNumber, [], new RowIssue(null, $"a line of more than {ImportLimits.RecordBytes:N0} bytes", "one JSON object a line", null));
        }

        using JsonDocument? document = Parse(text);
        return document is null
            ? new SourceRecord(lineNumber, [text], new RowIssue(null, $"{text.Length:N0} characters that are not valid JSON", "one JSON object a line", "A line that was cut off, or a quote or backslash that was not escaped."))
            : JsonRecords.ToRecord(lineNumber, document.RootElement, Columns);
    }

    /// <summary>Lines of UTF-8 text; a line above the limit is passed over and reported as null, without being held.</summary>
    private sealed class BoundedLineReader(Stream stream) : IDisposable
    {
        private readonly StreamReader reader = new(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024);
        private readonly StringBuilder line = new();
        private readonly char[] buffer = new char[16 * 1024];
        private int position;
        private int length;

        public long LineNumber { get; private set; }

        public bool TryRead(out string? text)
        {
            line.Clear();
            bool tooLong = false;
            bool any = false;
            while (position < length || Fill())
            {
                any = true;
                int end = Array.IndexOf(buffer, '\n', position, length - position);
                int stop = end < 0 ? length : end;
                tooLong |= line.Length + stop - position > ImportLimits.RecordBytes;
                if (!tooLong)
                {
                    line.Append(buffer, position, stop - position);
                }

                position = stop + 1;
                if (end >= 0)
                {
                    break;
                }
            }

            LineNumber += any ? 1 : 0;
            text = tooLong ? null : line.ToString();
            return any;
        }

        public void Dispose() => reader.Dispose();

        private bool Fill()
        {
            position = 0;
            length = reader.Read(buffer, 0, buffer.Length);
            return length > 0;
        }
    }
}
