using System.IO.Compression;
using System.Security.Cryptography;
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

    private SourceFile(string name, long length, Func<Stream> open)
    {
        Name = name;
        Length = length;
        this.open = open;
        byte[] head = Sample(open);
        isGzip = head.AsSpan().StartsWith(GzipMark);
        Kind = ContentSniffer.KindOf(isGzip ? Sample(Open) : head, name);
    }

    /// <summary>The name in messages and in the account: the path as given, with the entry's name for a file in an archive.</summary>
    public string Name { get; }

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
            return new SourceFile(path, file.Length, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, SampleBytes, FileOptions.SequentialScan));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputErrorException($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>A file within an archive.</summary>
    public static SourceFile Within(string archiveName, string entryName, long unfoldedLength, Func<Stream> open) =>
        new($"{archiveName}/{entryName}", unfoldedLength, open);

    /// <summary>The content from its beginning, decompressed; the caller closes it.</summary>
    public Stream Open()
    {
        CountingStream bytes = new(open(), count => Volatile.Write(ref bytesRead, count));
        return isGzip ? new GuardedStream(new GZipStream(bytes, CompressionMode.Decompress), Length, Name) : bytes;
    }

    /// <summary>SHA-256 of the bytes on disk, in hexadecimal.</summary>
    public string ComputeHash()
    {
        using Stream stream = open();
        return Convert.ToHexString(SHA256.HashData(stream));
    }

    private static byte[] Sample(Func<Stream> open)
    {
        using Stream stream = open();
        byte[] sample = new byte[SampleBytes];
        int count = stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false);
        return sample[..count];
    }
}
