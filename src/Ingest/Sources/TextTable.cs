using System.IO.Compression;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Insights;

namespace Ingest.Sources;

/// <summary>Reads named columns of a CSV or JSON lines file, compressed by gzip or not, one row after the other. Which of them it is, the content tells.</summary>
public static class TextTable
{
    /// <summary>Joins the items of a JSON array to one cell.</summary>
    public const char ItemSeparator = '\u001E';

    private const byte GzipFirstByte = 0x1F;
    private const byte GzipSecondByte = 0x8B;
    private const int SniffedBytes = 4096;

    /// <summary>The largest row accepted: far above any letter, far below the memory of a small machine.</summary>
    private const int LargestRecordBytes = 64 << 20;

    /// <summary>The cells of the columns wanted, in their order, for each row. An empty cell is an empty string.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Names of columns (CSV header) or properties (JSON), upper and lower case alike.</param>
    /// <exception cref="InputErrorException">The file is missing, empty, not text, or lacks a column; or a row cannot be read.</exception>
    public static IEnumerable<string[]> Read(string path, IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        using StreamReader text = Open(path);
        int first = text.Peek();
        if (first < 0)
        {
            throw new InputErrorException($"{path} is empty. Expected a CSV file with a header line, or JSON lines.");
        }

        IEnumerable<string[]> rows = first == '{' ? ReadJsonLines(text, path, columns) : ReadCsv(text, path, columns);
        foreach (string[] row in rows)
        {
            yield return row;
        }
    }

    private static StreamReader Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new InputErrorException(Directory.Exists(path)
                ? $"{path} is a folder. Give a CSV or JSON lines file."
                : $"There is no file {path}. Check the path.");
        }

        Stream stream = File.OpenRead(path);
        bool isGzip = stream.ReadByte() == GzipFirstByte && stream.ReadByte() == GzipSecondByte;
        stream.Position = 0;
        if (!isGzip)
        {
            RefuseBinary(stream, path);
            stream.Position = 0;
        }

        return new StreamReader(isGzip ? new GZipStream(stream, CompressionMode.Decompress) : stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
    }

    private static void RefuseBinary(Stream stream, string path)
    {
        Span<byte> sniffed = stackalloc byte[SniffedBytes];
        int count = stream.ReadAtLeast(sniffed, SniffedBytes, throwOnEndOfStream: false);
        bool isUtf16 = count >= 2 && (sniffed[..2].SequenceEqual((ReadOnlySpan<byte>)[0xFF, 0xFE]) || sniffed[..2].SequenceEqual((ReadOnlySpan<byte>)[0xFE, 0xFF]));
        if (!isUtf16 && sniffed[..count].Contains((byte)0))
        {
            throw new InputErrorException($"{path} is not a text file: it holds zero bytes. Expected CSV or JSON lines, which may be compressed by gzip.");
        }
    }

    private static IEnumerable<string[]> ReadCsv(StreamReader text, string path, IReadOnlyList<string> columns)
    {
        using CsvReader reader = CsvReader.Create(text, new CsvReaderOptions { TrackLineNumbers = true, MaxRecordSize = LargestRecordBytes });
        int[] positions = ReadOrExplain(path, () => Positions([.. reader.Headers], path, columns));
        while (ReadOrExplain(path, reader.Read))
        {
            yield return [.. positions.Select(position => position < reader.FieldCount ? reader.GetString(position) : string.Empty)];
        }
    }

    private static int[] Positions(string[] headers, string path, IReadOnlyList<string> columns)
    {
        var positions = new int[columns.Count];
        for (int index = 0; index < columns.Count; index++)
        {
            string column = columns[index];
            positions[index] = Array.FindIndex(headers, header => string.Equals(header.Trim(), column, StringComparison.OrdinalIgnoreCase));
            if (positions[index] < 0)
            {
                throw new InputErrorException(
                    $"{path} has no column \"{column}\". Its columns are: {string.Join(", ", headers.Select(header => $"\"{header}\""))}. Name one of them.");
            }
        }

        return positions;
    }

    private static T ReadOrExplain<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException problem)
        {
            throw new InputErrorException($"{path}, line {problem.LineNumber}: the row cannot be read as CSV. Likely a quotation mark that is never closed; mend the row.", problem);
        }
        catch (InvalidDataException problem)
        {
            throw new InputErrorException($"{path} is a damaged gzip file: {problem.Message} Copy it again.", problem);
        }
    }

    private static IEnumerable<string[]> ReadJsonLines(StreamReader text, string path, IReadOnlyList<string> columns)
    {
        int line = 0;
        bool[] seen = new bool[columns.Count];
        while (ReadOrExplain(path, text.ReadLine) is { } json)
        {
            line++;
            if (string.IsNullOrWhiteSpace(json))
            {
                continue;
            }

            using JsonDocument document = Parse(json, path, line);
            yield return [.. columns.Select((column, index) => Cell(document.RootElement, column, ref seen[index]))];
        }

        int missing = Array.IndexOf(seen, value: false);
        if (missing >= 0)
        {
            throw new InputErrorException($"{path}: none of its {line} lines has a property \"{columns[missing]}\". Name a property that the lines have.");
        }
    }

    private static JsonDocument Parse(string json, string path, int line)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document
                : throw new InputErrorException($"{path}, line {line}: found a JSON {document.RootElement.ValueKind}, expected an object.");
        }
        catch (JsonException problem)
        {
            throw new InputErrorException($"{path}, line {line}: not a JSON object on one line (at character {problem.BytePositionInLine}). Expected JSON lines.", problem);
        }
    }

    private static string Cell(JsonElement row, string column, ref bool seen)
    {
        foreach (JsonProperty property in row.EnumerateObject())
        {
            if (string.Equals(property.Name, column, StringComparison.OrdinalIgnoreCase))
            {
                seen = true;
                return Render(property.Value);
            }
        }

        return string.Empty;
    }

    private static string Render(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => string.Empty,
        JsonValueKind.Array => string.Join(ItemSeparator, value.EnumerateArray().Select(Render)),
        _ => value.GetRawText(),
    };
}
