using System.Text;
using Ingest.Sources;

namespace TestSupport.Files;

/// <summary>Checks, with nothing of the importer's own reading, that no line of a text file vanished: each lies in a record that was accepted or refused.</summary>
internal static class LineCover
{
    /// <summary>Lines of nothing but these are blank rows, which are no rows.</summary>
    private const string Blank = ",;|\t \"\u0001\u000B\u000C\u00A0\u0085\u2028\u2029\uFEFF\r\n";

    public static void Require(string path, IReadOnlyList<SourceRecord> records, long headerLine, SourceKind kind)
    {
        string[] lines = Lines(Decode(File.ReadAllBytes(path)), isJson: kind == SourceKind.JsonLines);
        HashSet<long> covered = [];
        foreach (SourceRecord record in records)
        {
            int height = 1 + (kind == SourceKind.JsonLines ? 0 : record.Cells.Sum(cell => cell is null ? 0 : Lines(cell, isJson: false).Length - 1));
            for (int offset = 0; offset < height; offset++)
            {
                covered.Add(record.LineNumber + offset);
            }
        }

        for (long number = headerLine + 1; number <= lines.Length; number++)
        {
            string line = lines[number - 1];
            if (!covered.Contains(number) && !line.All(character => Blank.Contains(character, StringComparison.Ordinal) || char.IsWhiteSpace(character)))
            {
                throw new InvalidOperationException($"{path}: line {number} is neither a complaint nor a refused row nor a part of one.");
            }
        }
    }

    /// <summary>Only the ends of lines matter, which all encodings but UTF-16 share.</summary>
    private static string Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        }

        int odd = bytes.Where((value, index) => index % 2 == 1 && value == 0).Count();
        int even = bytes.Where((value, index) => index % 2 == 0 && value == 0).Count();
        return odd > bytes.Length / 4 && even == 0 ? Encoding.Unicode.GetString(bytes)
            : even > bytes.Length / 4 && odd == 0 ? Encoding.BigEndianUnicode.GetString(bytes)
            : Encoding.Latin1.GetString(bytes);
    }

    private static string[] Lines(string text, bool isJson) => isJson ? text.Split('\n') : text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
}
