using System.Text.Json;
using Insights;

namespace Ingest.Sources;

/// <summary>
/// The values of a JSON list, or of a file with one value after another, read piece by piece. The reader of .NET for this gives up a whole buffer of good
/// values with the first bad one; this gives every value before it.
/// </summary>
internal sealed class JsonValues(Stream stream, string fileName, bool isList)
{
    private static readonly JsonReaderOptions Several = new() { AllowMultipleValues = true };

    private byte[] buffer = new byte[64 * 1024];
    private int length;
    private int start;
    private bool isEnd;
    private bool isOpen;
    private JsonReaderState state = new(isList ? default : Several);

    /// <summary>The next value, which lasts for itself; null at the end.</summary>
    /// <exception cref="JsonException">The JSON breaks here.</exception>
    /// <exception cref="InputErrorException">The value is too large.</exception>
    public JsonElement? Next()
    {
        while (true)
        {
            if (TryRead(out JsonElement? value))
            {
                return value;
            }

            Fill();
        }
    }

    /// <returns>False when more bytes are needed.</returns>
    private bool TryRead(out JsonElement? value)
    {
        value = null;
        if (isList && !isOpen && !TryOpen())
        {
            return false;
        }

        Utf8JsonReader reader = new(buffer.AsSpan(start, length - start), isEnd, state);
        if (!reader.Read())
        {
            return isEnd;
        }

        if (isList && reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == 0)
        {
            return true;
        }

        if (!JsonDocument.TryParseValue(ref reader, out JsonDocument? document))
        {
            return false;
        }

        using (document)
        {
            value = document.RootElement.Clone();
        }

        Take(ref reader);
        return true;
    }

    private bool TryOpen()
    {
        Utf8JsonReader reader = new(buffer.AsSpan(start, length - start), isEnd, state);
        isOpen = reader.Read();
        if (isOpen)
        {
            Take(ref reader);
        }

        return isOpen;
    }

    private void Take(ref Utf8JsonReader reader)
    {
        start += (int)reader.BytesConsumed;
        state = reader.CurrentState;
    }

    private void Fill()
    {
        buffer.AsSpan(start, length - start).CopyTo(buffer);
        length -= start;
        start = 0;
        if (length == buffer.Length)
        {
            if (length >= ImportLimits.RecordBytes)
            {
                throw new InputErrorException($"{fileName}: a JSON value of more than {ImportLimits.RecordBytes:N0} bytes. Expected a list of records, each far smaller.");
            }

            Array.Resize(ref buffer, length * 2);
        }

        int count = stream.Read(buffer.AsSpan(length));
        length += count;
        isEnd = count == 0;
    }
}
