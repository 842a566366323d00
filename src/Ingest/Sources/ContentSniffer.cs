using System.Text;
using System.Text.Json;
using Insights;

namespace Ingest.Sources;

/// <summary>Says what a file is from its first bytes; names and extensions are not asked.</summary>
internal static class ContentSniffer
{
    private static readonly (byte[] Mark, SourceKind? Kind, string Title)[] Marks =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], SourceKind.Workbook, "old Office document"),
        ([0x1F, 0x8B], null, "gzip file within a gzip file"),
        ("%PDF"u8.ToArray(), null, "PDF document"),
        ([0x89, 0x50, 0x4E, 0x47], null, "PNG picture"),
        ([0xFF, 0xD8, 0xFF], null, "JPEG picture"),
        ("SQLite format 3"u8.ToArray(), null, "SQLite database"),
        ([0x7F, 0x45, 0x4C, 0x46], null, "program"),
        ("MZ"u8.ToArray(), null, "program"),
        ("BZh"u8.ToArray(), null, "bzip2 file"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], null, "xz file"),
        ([0x28, 0xB5, 0x2F, 0xFD], null, "zstd file"),
        ("7z\u00BC\u00AF"u8.ToArray(), null, "7-Zip archive"),
        ("{\\rtf"u8.ToArray(), null, "RTF document"),
    ];

    /// <exception cref="InputErrorException">The content is empty or of no kind that can be imported.</exception>
    public static SourceKind KindOf(byte[] head, string name)
    {
        foreach ((byte[] mark, SourceKind? kind, string title) in Marks)
        {
            if (head.AsSpan().StartsWith(mark) && LooksBinary(head, mark))
            {
                return kind ?? throw Unusable(name, $"is a {title}");
            }
        }

        string text = TextEncodings.Detect(head).GetString(head).TrimStart('\uFEFF');
        string trimmed = text.TrimStart();
        if (trimmed.Length == 0)
        {
            throw new InputErrorException(head.Length == 0
                ? $"{name} is empty. Expected a header line and one complaint a line, or JSON."
                : $"{name} holds nothing but white space. Expected a header line and one complaint a line, or JSON.");
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw Unusable(name, "is a binary file");
        }

        return trimmed[0] switch
        {
            '<' => throw new InputErrorException($"{name} is a {(IsWebPage(trimmed) ? "web page (HTML), whatever its name says: many systems call such a page an Excel file" : "file in XML")}. Open it in a spreadsheet program and save it as XLSX or CSV."),
            '[' => SourceKind.Json,
            '{' => IsJsonLines(trimmed) ? SourceKind.JsonLines : SourceKind.Json,
            _ => SourceKind.Delimited,
        };
    }

    /// <summary>"MZ" may begin a header line of a table; a real program has bytes that no text has.</summary>
    private static bool LooksBinary(byte[] head, byte[] mark) => mark.Length > 2 || head.AsSpan().Contains((byte)0);

    private static bool IsWebPage(string text) => text.AsSpan(0, Math.Min(text.Length, TellingCharacters)).Contains("<html", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<table", StringComparison.OrdinalIgnoreCase);

    /// <summary>An object on one line begins JSON lines, unless it is all there is and holds a list of records: what interfaces answer.</summary>
    private static bool IsJsonLines(string text)
    {
        int lineEnd = text.IndexOf('\n', StringComparison.Ordinal);
        string line = lineEnd < 0 ? text : text[..lineEnd];
        bool isAlone = lineEnd < 0 || text.AsSpan(lineEnd).IsWhiteSpace();
        if (isAlone && HoldsRecords(line))
        {
            return false;
        }

        // A first line longer than the sample is taken as a line of JSON lines when its end is not in sight.
        return IsObject(line) || (lineEnd < 0 ? Encoding.UTF8.GetByteCount(text) >= MinimumLongLine : AreObjects(text[lineEnd..].Split('\n', StringSplitOptions.RemoveEmptyEntries)[..^1]));
    }

    /// <summary>A damaged first line costs itself, not the file: what the lines after it are decides. The last may be cut off by the sample.</summary>
    private static bool AreObjects(string[] lines)
    {
        string[] looked = [.. lines.Where(line => !string.IsNullOrWhiteSpace(line)).Take(MostLines)];
        return looked.Length > 0 && looked.Count(IsObject) * 2 > looked.Length;
    }

    private static bool IsObject(string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>True when a property of the object is a list that begins with an object. The end of the text may be missing.</summary>
    private static bool HoldsRecords(string text)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(text), isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == 1 && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return false;
    }

    private const int MinimumLongLine = 32 * 1024;

    private const int MostLines = 20;

    private const int TellingCharacters = 1_000;

    private static InputErrorException Unusable(string name, string what) =>
        new($"{name} {what}. Expected CSV, TSV, JSON, JSON lines or XLSX, plain or compressed with gzip or ZIP.");
}
