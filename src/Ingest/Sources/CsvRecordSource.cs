using System.Text;
using System.Text.Unicode;
using CsvHelper;
using Ingest.Profiles;
using Ingest.Validation;
using Insights;

namespace Ingest.Sources;

/// <summary>
/// CSV, TSV and their kin. A quote that is never closed swallows the lines after it: such a record is taken apart again at its first line break, so that
/// only its first line is refused and the others are read as what they are.
/// </summary>
internal sealed class CsvRecordSource : IRecordSource
{
    /// <summary>How often one swallowing record is taken apart before the rest of it is refused as a whole; keeps hostile files linear.</summary>
    private const int MaxResumptions = 200;

    /// <summary>What Excel writes above the header so that it finds the delimiter again.</summary>
    private const string DelimiterLine = "sep=";

    private readonly SourceFile file;
    private readonly Encoding encoding;
    private readonly char separator;
    private readonly Stream stream;
    private readonly CsvReader reader;
    private readonly IEnumerator<SourceRecord> rows;
    private readonly List<SourceRecord> top = [];
    private CsvMalformedReason? malformed;

    /// <param name="file">The file.</param>
    /// <param name="format">What the profile says of its form.</param>
    /// <param name="wanted">Columns by which delimiter and header are found; none when they are not known.</param>
    public CsvRecordSource(SourceFile file, FileFormat format, IReadOnlyCollection<string> wanted)
    {
        this.file = file;
        encoding = EncodingOf(file, format);
        char? delimiter = format.Delimiter ?? DelimiterFinder.Find(Head(), wanted);
        stream = Utf8Content();
        reader = CsvReader.Create(stream, Options(delimiter));
        separator = reader.Separator;
        rows = Rows().GetEnumerator();
        while (top.Count < ImportLimits.RowsAboveHeader && rows.MoveNext())
        {
            top.Add(rows.Current);
        }

        if (top is [{ Cells: [{ } first, ..] and { Count: <= 2 } }, _, ..] && first.StartsWith(DelimiterLine, StringComparison.OrdinalIgnoreCase))
        {
            top.RemoveAt(0);
        }

        Header header = HeaderOf(wanted);
        HeaderLine = top.Count == 0 ? 1 : top[header.LastRow].LineNumber;
        top.RemoveRange(0, Math.Min(top.Count, header.LastRow + 1));
        Columns = header.Names;
        if (Columns.Count > ImportLimits.Columns)
        {
            throw new InputErrorException($"{file.Name}: the header has {Columns.Count} columns; expected at most {ImportLimits.Columns}. This does not look like a table of complaints.");
        }
    }

    public IReadOnlyList<string> Columns { get; }

    public long HeaderLine { get; }

    public string? ShapeHint => Columns.Count == 1
        ? $"The header is a single cell when split at {Name(separator)}: the delimiter may be another character (set 'delimiter' under 'format' in the profile), or the first line may be a title."
        : null;

    public IEnumerable<SourceRecord> Records()
    {
        foreach (SourceRecord row in top)
        {
            yield return WithWidth(row);
        }

        while (rows.MoveNext())
        {
            yield return WithWidth(rows.Current);
        }
    }

    public void Dispose()
    {
        rows.Dispose();
        reader.Dispose();
        stream.Dispose();
    }

    private Header HeaderOf(IReadOnlyCollection<string> wanted)
    {
        if (top.Count == 0)
        {
            return new Header(-1, []);
        }

        string?[][] cells = [.. top.Select(row => row.Cells.Select(cell => cell?.Trim().TrimStart('\uFEFF')).ToArray())];
        return HeaderRows.Find(cells, wanted) ?? HeaderRows.Guess(cells, hasFixedWidth: true);
    }

    /// <summary>The rows as they are cut, header and titles among them.</summary>
    private IEnumerable<SourceRecord> Rows()
    {
        while (TryRead(out SourceRecord? tooLarge))
        {
            if (tooLarge is { } record)
            {
                yield return record;
                yield break;
            }

            CsvMalformedReason? reason = malformed;
            malformed = null;
            if (reason is not null && reader.RawRecord.IndexOf((byte)'\n') >= 0)
            {
                foreach (SourceRecord part in Resume(reader.RawRecord.ToArray(), reader.LineNumber))
                {
                    yield return part;
                }

                continue;
            }

            if (Current(reader, reader.LineNumber, reason) is { } current)
            {
                yield return current;
            }
        }
    }

    private static Encoding EncodingOf(SourceFile file, FileFormat format)
    {
        if (format.Encoding is { } name)
        {
            return TextEncodings.ByName(name) ?? throw new InputErrorException($"The profile's encoding '{name}' is unknown. Expected a name such as utf-8, utf-16 or windows-1252.");
        }

        byte[] head = new byte[ushort.MaxValue];
        using Stream beginning = file.Open();
        return TextEncodings.Detect(head.AsSpan(0, beginning.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)));
    }

    private static string Name(char separator) => separator == '\t' ? "tabs" : $"'{separator}'";

    /// <summary>UTF-8 and its like go to the parser as they are; others are transcoded on the way.</summary>
    private Stream Utf8Content() => encoding is UTF8Encoding ? file.Open() : Encoding.CreateTranscodingStream(file.Open(), encoding, Encoding.UTF8);

    private byte[] Head()
    {
        byte[] head = new byte[ushort.MaxValue];
        using Stream beginning = Utf8Content();
        int count = beginning.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head[(head.AsSpan(0, count).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0)..count];
    }

    private CsvReaderOptions Options(char? delimiter) => new()
    {
        Separator = delimiter,
        HasHeader = false,
        Encoding = Encoding.UTF8,
        TrackLineNumbers = true,
        PoolStrings = true,
        IncludeValuesInExceptions = false,
        MaxRecordSize = ImportLimits.RecordBytes,
        OnMalformedRecord = record => malformed = record.Reason,
    };

    private bool TryRead(out SourceRecord? tooLarge)
    {
        tooLarge = null;
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException problem)
        {
            tooLarge = new SourceRecord(problem.LineNumber, [], new RowIssue(
                null, $"a record of more than {ImportLimits.RecordBytes:N0} bytes", "a record that ends", "A quote that is never closed: everything after it in the file was not read."));
            return true;
        }
    }

    /// <summary>Refuses the first line of a record with broken quoting and reads the rest of its lines anew.</summary>
    private IEnumerable<SourceRecord> Resume(byte[] record, long lineNumber)
    {
        int resumptions = 0;
        int start = 0;
        while (start < record.Length)
        {
            int lineEnd = Array.IndexOf(record, (byte)'\n', start);
            int end = lineEnd < 0 || resumptions++ == MaxResumptions ? record.Length : lineEnd;
            yield return Unclosed(record.AsSpan(start, end - start), lineNumber);

            lineNumber++;
            start = end + 1;
            if (start >= record.Length)
            {
                yield break;
            }

            using CsvReader rest = CsvReader.Create(record.AsMemory(start), Options(separator));
            long firstLine = lineNumber;
            bool broken = false;
            while (!broken && rest.Read())
            {
                CsvMalformedReason? reason = malformed;
                malformed = null;
                broken = reason is not null && rest.RawRecord.IndexOf((byte)'\n') >= 0;
                if (broken)
                {
                    lineNumber = firstLine + rest.LineNumber - 1;
                    start += (int)rest.ByteOffset;
                }
                else if (Current(rest, firstLine + rest.LineNumber - 1, reason) is { } current)
                {
                    yield return current;
                }
            }

            if (!broken)
            {
                yield break;
            }
        }
    }

    private static SourceRecord? Current(CsvReader source, long lineNumber, CsvMalformedReason? reason)
    {
        string?[] cells = new string?[source.FieldCount];
        bool isUtf8 = Utf8.IsValid(source.RawRecord);
        bool isBlank = true;
        for (int index = 0; index < cells.Length; index++)
        {
            cells[index] = isUtf8 ? source.GetString(index) : TextEncodings.Decode(source.GetSpan(index));
            isBlank &= string.IsNullOrWhiteSpace(cells[index]);
        }

        // Spreadsheets leave lines of bare delimiters behind their data; they are no rows.
        return isBlank ? null : new SourceRecord(lineNumber, cells, reason == CsvMalformedReason.UnterminatedQuote ? UnclosedQuote : null);
    }

    private SourceRecord WithWidth(SourceRecord row) => row.Issue is not null || row.Cells.Count == Columns.Count
        ? row
        : row with
        {
            Issue = new RowIssue(null, $"{row.Cells.Count} cells", $"{Columns.Count} cells, as in the header", row.Cells.Count > Columns.Count
                ? $"A text with {Name(separator)} in it that is not in quotes."
                : "A line break in a text that is not in quotes, or a line that was cut off."),
        };

    private static SourceRecord Unclosed(ReadOnlySpan<byte> line, long lineNumber) => new(lineNumber, [TextEncodings.Decode(line)], UnclosedQuote);

    private static RowIssue UnclosedQuote => new(null, "a quote that is never closed", "quotes in pairs", "The line was cut off, or a quote within a text was not doubled.");
}
