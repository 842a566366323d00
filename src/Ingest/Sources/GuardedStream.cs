using Insights;

namespace Ingest.Sources;

/// <summary>Reads what a compressed stream unfolds to and stops when it is out of all proportion (a "zip bomb").</summary>
internal sealed class GuardedStream(Stream unfolded, long compressedBytes, string name) : Stream
{
    private readonly long limit = Math.Max(ImportLimits.UncheckedUnfoldedBytes, compressedBytes * ImportLimits.UnfoldingRatio);
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int count = ReadUnfolded(buffer);
        read += count;
        return read <= limit
            ? count
            : throw new InputErrorException($"{name}: unfolds to more than {limit:N0} bytes from {compressedBytes:N0}, which no table does. Unpack it by hand and import the files.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unfolded.Dispose();
        }

        base.Dispose(disposing);
    }

    private int ReadUnfolded(Span<byte> buffer)
    {
        try
        {
            return unfolded.Read(buffer);
        }
        catch (InvalidDataException problem)
        {
            throw new InputErrorException($"{name}: the compressed data is damaged after {read:N0} unfolded bytes. Copy the file again from its source.", problem);
        }
    }
}
