using Ingest.Store.Entities;

namespace Ingest.Store.Writing;

/// <summary>What is to be done with each row of a chunk.</summary>
internal sealed class ChunkPlan
{
    private readonly List<PreparedRow> fresh = [];
    private readonly Dictionary<string, int> freshByReference = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (StoredComplaint Stored, PreparedRow Row)> changed = new(StringComparer.Ordinal);
    private int duplicates;
    private int updated;
    private int refused;

    public IReadOnlyList<PreparedRow> New => fresh;

    public IEnumerable<(StoredComplaint Stored, PreparedRow Row)> Changed => changed.Values;

    public List<PreparedRow> Refused { get; } = [];

    public HashSet<DateOnly> TouchedDays { get; } = [];

    public ImportCounts Counts => new(fresh.Count, duplicates, updated, refused);

    /// <summary>Notes a refused row; one that was corrected and replayed before is known.</summary>
    public void Refuse(PreparedRow row, bool isCorrected)
    {
        if (isCorrected)
        {
            duplicates++;
        }
        else
        {
            refused++;
            Refused.Add(row);
        }
    }

    public void Add(PreparedRow row, StoredComplaint? stored, bool isRepeat)
    {
        ComplaintRow complaint = row.Complaint!.Row;
        if (stored is not null)
        {
            AddKnown(row, stored, isRepeat);
        }
        else if (!freshByReference.TryGetValue(complaint.Reference, out int index))
        {
            freshByReference[complaint.Reference] = fresh.Count;
            fresh.Add(row);
            Touch(complaint.CountedOn);
        }
        else if (isRepeat || SameContent(fresh[index].Complaint!.Row.ContentHash, complaint.ContentHash))
        {
            duplicates++;
        }
        else
        {
            fresh[index] = row;
            updated++;
            Touch(complaint.CountedOn);
        }
    }

    private void AddKnown(PreparedRow row, StoredComplaint stored, bool isRepeat)
    {
        ComplaintRow complaint = row.Complaint!.Row;
        byte[] newest = changed.TryGetValue(complaint.Reference, out (StoredComplaint Stored, PreparedRow Row) pending) ? pending.Row.Complaint!.Row.ContentHash : stored.ContentHash;
        if (isRepeat || SameContent(newest, complaint.ContentHash))
        {
            duplicates++;
            return;
        }

        changed[complaint.Reference] = (stored, row);
        updated++;
        Touch(stored.CountedOn);
        Touch(complaint.CountedOn);
    }

    private static bool SameContent(byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right);

    private void Touch(DateOnly? day) => TouchedDays.Add(day ?? DailyCountRow.Undated);
}
