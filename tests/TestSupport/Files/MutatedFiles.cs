using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace TestSupport.Files;

/// <summary>Small files of every format an import reads, each damaged in a way of its own that a number chooses: the same number, the same file.</summary>
public static class MutatedFiles
{
    private const int Rows = 40;
    private const int MostDamages = 8;
    private static readonly string[] Header = ["CaseReference", "DateReceived", "DateOfEvent", "DateResponded", "DateClosed", "CaseCategory", "Office", "Channel", "Route", "Outcome", "Remedy", "RemedyAmount", "Narrative"];

    private static readonly string[] Packed = ["cases.csv", "cases.xlsx", "more.jsonl"];

    private static readonly (string Name, byte[] Content)[] Originals = Make();

    /// <summary>Names of the formats, by which the files' names end.</summary>
    public static IReadOnlyList<string> Formats => [.. Originals.Select(original => original.Name)];

    /// <summary>What can be demanded of the file of a number.</summary>
    public static DamagedContent ContentOf(int number) => Originals[number % Originals.Length].Name is "csv.gz" or "jsonl.gz" or "xlsx" or "zip" ? DamagedContent.Packed : DamagedContent.Lines;

    /// <summary>Rows that the file had before it was damaged.</summary>
    public static int RowsOf(string path) => path.EndsWith(".zip", StringComparison.Ordinal) ? Rows * Packed.Length : Rows;

    /// <summary>True when the archive still names all that was put in.</summary>
    public static bool HasAllEntries(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        return Packed.All(name => archive.GetEntry(name) is not null);
    }

    /// <summary>Writes the damaged file of a number into a folder and gives its path.</summary>
    public static string Write(string folder, int number)
    {
        Random random = new(number);
        (string name, byte[] content) = Originals[number % Originals.Length];
        List<byte> bytes = [.. content];
        int damages = 1 + random.Next(MostDamages);
        for (int damage = 0; damage < damages && bytes.Count > 0; damage++)
        {
            Damage(bytes, random);
        }

        string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number}.{name}"));
        File.WriteAllBytes(path, [.. bytes]);
        return path;
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count);
        int length = Math.Min(bytes.Count - at, 1 + random.Next(64));
        switch (random.Next(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.Insert(at, Telling[random.Next(Telling.Length)]);
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 5:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 6:
                bytes.InsertRange(at, Enumerable.Repeat(Telling[random.Next(Telling.Length)], 1 + random.Next(2_000)));
                break;
            default:
                byte[] piece = new byte[length];
                random.NextBytes(piece);
                bytes.InsertRange(at, piece);
                break;
        }
    }

    /// <summary>Bytes that mean something to one format or another.</summary>
    private static ReadOnlySpan<byte> Telling => "\"',;\t\r\n{}[]:\\<>&\0 \u0001\u007F"u8;

    private static (string, byte[])[] Make()
    {
        string[][] rows = [.. Enumerable.Range(0, Rows).Select(Row)];
        string csv = string.Join("\r\n", rows.Prepend(Header).Select(cells => string.Join(',', cells.Select(Quoted)))) + "\r\n";
        string tsv = string.Join('\n', rows.Prepend(Header).Select(cells => string.Join('\t', cells)));
        string[] objects = [.. rows.Select(cells => "{" + string.Join(',', Header.Zip(cells, (name, cell) => $"\"{name}\":\"{cell}\"")) + "}")];
        string lines = string.Join('\n', objects);
        string list = "[" + string.Join(",\n", objects) + "]";
        byte[] workbook = new WorkbookWriter().Sheet("Cases", [.. rows.Prepend(Header).Select(cells => (object?[])[.. cells])]).ToArray();
        return
        [
            ("csv", Encoding.UTF8.GetBytes(csv)),
            ("utf16.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(csv)]),
            ("latin.csv", Encoding.Latin1.GetBytes(csv)),
            ("tsv", Encoding.UTF8.GetBytes(tsv)),
            ("jsonl", Encoding.UTF8.GetBytes(lines)),
            ("json", Encoding.UTF8.GetBytes(list)),
            ("csv.gz", Gzip(Encoding.UTF8.GetBytes(csv))),
            ("jsonl.gz", Gzip(Encoding.UTF8.GetBytes(lines))),
            ("xlsx", workbook),
            ("zip", Zip((Packed[0], Encoding.UTF8.GetBytes(csv)), (Packed[1], workbook), (Packed[2], Encoding.UTF8.GetBytes(lines)))),
        ];
    }

    private static string[] Row(int number) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"C/{number:000}"), "03/02/2025", "", "17/02/2025", "", "Service", "Cardiff", "Email", "", "Upheld", "", "250.00",
        "I waited four hours, and the officer said it was my own fault; caf\u00E9 prices \u00A312.",
    ];

    private static string Quoted(string cell) => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell;

    private static byte[] Gzip(byte[] content)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using MemoryStream packed = new();
        using (ZipArchive archive = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in files)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }
}
