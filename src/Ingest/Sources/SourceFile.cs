using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Insights;

namespace Ingest.Sources;

/// <summary>A file to import: what it is by its content, and its bytes as often as they are needed.</summary>
public sealed class SourceFile
{
    private const int SampleBytes = 64 * 1024;
    private static readonly byte[] GzipMark = [0x1F, 0x8B];

    private readonly Func<Stream> open;
    private readonly bool isGzip;
    private long bytesRead;

    private SourceFile(string name, string shortName, long length, Func<Stream> open)
    {
        Name = name;
        ShortName = shortName;
        Length = length;
        this.open = open;
        byte[] head = Sample(open);
        isGzip = head.AsSpan().StartsWith(GzipMark);
        Kind = KindOf(isGzip ? Sample(Open) : head);
    }

    private SourceFile(SourceFile workbook, string sheet)
    {
        Name = $"{workbook.Name}/{sheet}";
        ShortName = $"{workbook.ShortName}/{sheet}";
        Length = workbook.Length;
        open = workbook.open;
        isGzip = workbook.isGzip;
        Kind = SourceKind.Workbook;
        Sheet = sheet;
    }

    /// <summary>The name in messages: the path as given, with the entry's name for a file in an archive and the sheet's for one of several.</summary>
    public string Name { get; }

    /// <summary>The name in the account: the same without the folders of this machine.</summary>
    public string ShortName { get; }

    /// <summary>The worksheet this stands for; null for a workbook as a whole and for everything else.</summary>
    public string? Sheet { get; }

    /// <summary>Bytes on disk.</summary>
    public long Length { get; }

    public SourceKind Kind { get; }

    /// <summary>Share of the bytes that the last reader has read, 0 to 1.</summary>
    public double FractionRead => Length == 0 ? 1 : Math.Min(1, (double)Volatile.Read(ref bytesRead) / Length);

    /// <exception cref="InputErrorException">The file is missing, unreadable, empty, or of no kind that can be imported.</exception>
    public static SourceFile At(string path)
    {
        FileInfo file = new(path);
        if (!file.Exists)
        {
            throw new InputErrorException($"{path}: there is no such file.");
        }

        try
        {
            return new SourceFile(path, Path.GetFileName(path), file.Length, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, SampleBytes, FileOptions.SequentialScan));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputErrorException($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>A file within an archive.</summary>
    /// <exception cref="InputErrorException">The entry cannot be read, or is of no kind that can be imported.</exception>
    public static SourceFile Within(SourceFile archive, string entryName, long unfoldedLength, Func<Stream> open) =>
        new($"{archive.Name}/{entryName}", $"{archive.ShortName}/{entryName}", unfoldedLength, open);

    /// <summary>One worksheet of a workbook, as a source of its own.</summary>
    public SourceFile WithSheet(string sheet) => new(this, sheet);

    /// <summary>The content from its beginning, decompressed; the caller closes it.</summary>
    public Stream Open()
    {
        CountingStream bytes = new(open(), count => Volatile.Write(ref bytesRead, count));
        return isGzip ? new GuardedStream(new GZipStream(bytes, CompressionMode.Decompress), Length, Name) : bytes;
    }

    /// <summary>The same as a stream that can be read in any order, which workbooks and archives need: the file itself, or what it unfolds to, in memory.</summary>
    public Stream OpenSeekable()
    {
        if (!isGzip && open() is { } stream)
        {
            if (stream.CanSeek)
            {
                return stream;
            }

            stream.Dispose();
        }

        using Stream content = Open();
        return BoundedCopy(content);
    }

    /// <summary>For sources that are not read from front to back: how far the reader is, 0 to 1.</summary>
    public void ReportFraction(double fraction) => Volatile.Write(ref bytesRead, (long)(Length * fraction));

    /// <summary>SHA-256 of the bytes on disk, in hexadecimal; one sheet of several has a hash of its own.</summary>
    public string ComputeHash()
    {
        using Stream stream = open();
        byte[] hash = SHA256.HashData(stream);
        return Convert.ToHexString(Sheet is null ? hash : SHA256.HashData([.. hash, .. Encoding.UTF8.GetBytes(Sheet)]));
    }

    private SourceKind KindOf(byte[] head)
    {
        if (!ZipPackage.IsZip(head))
        {
            return ContentSniffer.KindOf(head, Name);
        }

        using Stream stream = OpenSeekable();
        return ZipPackage.KindOf(stream, Name);
    }

    private MemoryStream BoundedCopy(Stream content)
    {
        MemoryStream copy = new();
        byte[] buffer = new byte[SampleBytes];
        int count;
        while ((count = content.Read(buffer)) > 0)
        {
            copy.Write(buffer, 0, count);
            if (copy.Length > ImportLimits.DocumentBytes)
            {
                throw new InputErrorException($"{Name}: a workbook or archive that unfolds to more than {ImportLimits.DocumentBytes:N0} bytes. Expected a smaller one; unpack it by hand and import the files.");
            }
        }

        copy.Position = 0;
        return copy;
    }

    private static byte[] Sample(Func<Stream> open)
    {
        using Stream stream = open();
        byte[] sample = new byte[SampleBytes];
        int count = stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        return sample[..count];
    }
}
