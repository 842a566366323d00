using System.Text.Json;
using Insights;

namespace Ingest.Sources;

/// <summary>
/// The values of a JSON list, of a list within an object, or of a file with one value after another, read piece by piece. The reader of .NET for this gives up a whole buffer of good
/// values with the first bad one; this gives every value before it.
/// </summary>
/// <param name="stream">The file in UTF-8.</param>
/// <param name="fileName">Its name in messages.</param>
/// <param name="form">How the values lie in it.</param>
/// <param name="property">The property that holds the list within an object; null for the first list that begins with an object.</param>
internal sealed class JsonValues(Stream stream, string fileName, JsonForm form, string? property = null)
{
    private static readonly JsonReaderOptions Several = new() { AllowMultipleValues = true };

    private byte[] buffer = new byte[64 * 1024];
    private int length;
    private int start;
    private bool isEnd;
    private bool isOpen = form == JsonForm.Several;
    private bool isWanted;
    private JsonReaderState state = new(form == JsonForm.Several ? Several : default);

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
        if (!isOpen && !(form == JsonForm.List ? TryOpen() : TryOpenWithin()))
        {
            return isEnd;
        }

        Utf8JsonReader reader = new(buffer.AsSpan(start, length - start), isEnd, state);
        if (!reader.Read())
        {
            return isEnd;
        }

        if (reader.TokenType == JsonTokenType.EndArray)
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

    /// <summary>Goes to the list among the properties of the object; what was passed over is let go.</summary>
    private bool TryOpenWithin()
    {
        Utf8JsonReader reader = new(buffer.AsSpan(start, length - start), isEnd, state);
        Utf8JsonReader before = reader;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                isWanted = property is null || reader.ValueTextEquals(property);
            }
            else if (reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == 1 && isWanted)
            {
                Utf8JsonReader ahead = reader;
                if (!ahead.Read())
                {
                    break;
                }

                isOpen = property is not null || ahead.TokenType == JsonTokenType.StartObject;
                if (isOpen)
                {
                    Take(ref reader);
                    return true;
                }
            }

            before = reader;
        }

        Take(ref before);
        return false;
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
