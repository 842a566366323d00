using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Ingest.Sources;

/// <summary>Gives the bytes of a JSON file as valid UTF-8: bytes that are none are read as Windows-1252, one by one, and a byte order mark is left out.</summary>
internal sealed class LenientUtf8Stream(Stream source) : ReadOnlyStream
{
    private const int LongestSequence = 4;

    private readonly byte[] raw = new byte[64 * 1024];
    private readonly ArrayBufferWriter<byte> ready = new(64 * 1024);
    private int kept;
    private int given;
    private bool isStart = true;

    /// <summary>Opens a JSON file as UTF-8, whichever of the encodings of Windows it is in.</summary>
    public static Stream Open(SourceFile file)
    {
        byte[] head = new byte[ushort.MaxValue];
        int count;
        using (Stream beginning = file.Open())
        {
            count = beginning.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        }

        Encoding encoding = TextEncodings.Detect(head.AsSpan(0, count));
        Stream content = file.Open();
        return new LenientUtf8Stream(encoding is UTF8Encoding ? content : Encoding.CreateTranscodingStream(content, encoding, Encoding.UTF8));
    }

    public override int Read(Span<byte> buffer)
    {
        while (given == ready.WrittenCount)
        {
            if (!Fill())
            {
                return 0;
            }
        }

        int count = Math.Min(buffer.Length, ready.WrittenCount - given);
        ready.WrittenSpan.Slice(given, count).CopyTo(buffer);
        given += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool Fill()
    {
        ready.ResetWrittenCount();
        given = 0;
        int count = source.Read(raw.AsSpan(kept));
        if (count == 0 && kept == 0)
        {
            return false;
        }

        ReadOnlySpan<byte> bytes = raw.AsSpan(0, kept + count);
        int whole = count == 0 ? bytes.Length : EndOfWholeSequences(bytes);
        Prepare(isStart && bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..whole] : bytes[..whole]);
        isStart = false;
        bytes[whole..].CopyTo(raw);
        kept = bytes.Length - whole;
        return true;
    }

    /// <summary>Where the last sequence that may go on with the next bytes begins.</summary>
    private static int EndOfWholeSequences(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back < LongestSequence && back <= bytes.Length; back++)
        {
            byte lead = bytes[^back];
            if (lead >= 0xC0)
            {
                int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
                return length > back ? bytes.Length - back : bytes.Length;
            }
        }

        return bytes.Length;
    }

    private void Prepare(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            ready.Write(bytes);
            return;
        }

        Span<char> character = stackalloc char[1];
        while (bytes.Length > 0)
        {
            if (Rune.DecodeFromUtf8(bytes, out _, out int length) == OperationStatus.Done)
            {
                ready.Write(bytes[..length]);
                bytes = bytes[length..];
            }
            else
            {
                TextEncodings.Western.GetChars(bytes[..1], character);
                ready.Advance(Encoding.UTF8.GetBytes(character, ready.GetSpan(LongestSequence)));
                bytes = bytes[1..];
            }
        }
    }
}
