using System.IO.Compression;
using System.IO.Hashing;
using Insights;

namespace Ingest.Sources;

/// <summary>What a file in an archive unfolds to, compared at its end with the length and the checksum that the archive declares: .NET does not compare them when it reads.</summary>
internal sealed class CheckedEntryStream(ZipArchiveEntry entry, string name) : ReadOnlyStream
{
    private readonly Stream content = entry.Open();
    private readonly Crc32 checksum = new();
    private long read;

    /// <exception cref="InputErrorException">The entry was read to its end and is not what was packed.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count = content.Read(buffer);
        checksum.Append(buffer[..count]);
        read += count;
        return count > 0 || buffer.Length == 0 || (read == entry.Length && checksum.GetCurrentHashAsUInt32() == entry.Crc32)
            ? count
            : throw new InputErrorException($"{name} is damaged: what it unfolds to is not what was packed (its checksum differs). Copy the archive again from its source.");
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }
}
