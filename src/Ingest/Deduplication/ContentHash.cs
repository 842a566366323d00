using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Ingest.Store.Entities;

namespace Ingest.Deduplication;

/// <summary>SHA-256 of all that a source says about a complaint: equal hashes mean "the same again". The denominator is not the complaint's and is left out.</summary>
internal static class ContentHash
{
    /// <summary>Marks an absent value, which must differ from an empty one.</summary>
    private const byte Absent = 0;
    private const byte Present = 1;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? scratch;

    public static byte[] Of(ComplaintRow row, IReadOnlyList<string> themes, string? text)
    {
        ArrayBufferWriter<byte> buffer = scratch ??= new ArrayBufferWriter<byte>();
        buffer.ResetWrittenCount();
        Add(buffer, row.Reference);
        foreach (DateOnly? date in (ReadOnlySpan<DateOnly?>)[row.ReceivedOn, row.EventOn, row.RespondedOn, row.ClosedOn])
        {
            Add(buffer, date?.DayNumber);
        }

        Add(buffer, row.RemedyPence);
        foreach (string? code in (ReadOnlySpan<string?>)[
            row.SourceCategory, row.BusinessArea, row.ComplaintType, row.Remit, row.Route, row.Finding, row.SourceFinding,
            row.Remedy, row.Organisation, row.OrganisationGroup, row.Office, row.Channel, row.Region, text])
        {
            Add(buffer, code);
        }

        Add(buffer, themes.Count);
        foreach (string theme in themes)
        {
            Add(buffer, theme);
        }

        // Only where there is one: the hashes of complaints stored before this date was known stay as they are.
        if (row.ReferredOn is { } referredOn)
        {
            Add(buffer, referredOn.DayNumber);
        }

        return SHA256.HashData(buffer.WrittenSpan);
    }

    private static void Add(ArrayBufferWriter<byte> buffer, long? number)
    {
        Span<byte> bytes = buffer.GetSpan(1 + sizeof(long));
        bytes[0] = number is null ? Absent : Present;
        BinaryPrimitives.WriteInt64LittleEndian(bytes[1..], number ?? 0);
        buffer.Advance(1 + sizeof(long));
    }

    private static void Add(ArrayBufferWriter<byte> buffer, string? value)
    {
        if (value is null)
        {
            Add(buffer, (long?)null);
            return;
        }

        Add(buffer, value.Length);
        int length = Encoding.UTF8.GetByteCount(value);
        Encoding.UTF8.GetBytes(value, buffer.GetSpan(length));
        buffer.Advance(length);
    }
}
