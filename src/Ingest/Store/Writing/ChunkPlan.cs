using Ingest.Store.Entities;

namespace Ingest.Store.Writing;

/// <summary>What is to be done with each row of a chunk.</summary>
internal sealed class ChunkPlan
{
    private readonly List<PreparedRow> fresh = [];
    private readonly Dictionary<string, int> freshByReference = new(StringComparer.Ordinal);
    private readonly List<(StoredComplaint? Stored, PreparedRow Row)> changes = [];
    private readonly Dictionary<string, byte[]> newest = new(StringComparer.Ordinal);
    private int duplicates;
    private int updated;
    private int refused;

    public IReadOnlyList<PreparedRow> New => fresh;

    /// <summary>Newer versions in the order of the file. Those of a complaint that is new itself can be read when that is stored and has its number.</summary>
    public IEnumerable<(StoredComplaint Stored, PreparedRow Row)> Changed => changes.Select(change => (change.Stored ?? AsStored(change.Row), change.Row));

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
            AddKnown(row, stored, stored.ContentHash, isRepeat);
        }
        else if (!freshByReference.TryGetValue(complaint.Reference, out int index))
        {
            freshByReference[complaint.Reference] = fresh.Count;
            fresh.Add(row);
            Touch(complaint.CountedOn);
        }
        else
        {
            AddKnown(row, null, fresh[index].Complaint!.Row.ContentHash, isRepeat);
        }
    }

    /// <summary>The first of several rows with one reference is stored and the others follow as newer versions, so that none goes without a trace.</summary>
    private void AddKnown(PreparedRow row, StoredComplaint? stored, byte[] contentHash, bool isRepeat)
    {
        ComplaintRow complaint = row.Complaint!.Row;
        if (isRepeat || SameContent(newest.GetValueOrDefault(complaint.Reference, contentHash), complaint.ContentHash))
        {
            duplicates++;
            return;
        }

        changes.Add((stored, row));
        newest[complaint.Reference] = complaint.ContentHash;
        updated++;
        if (stored is not null)
        {
            Touch(stored.CountedOn);
        }

        Touch(complaint.CountedOn);
    }

    private StoredComplaint AsStored(PreparedRow row)
    {
        ComplaintRow complaint = fresh[freshByReference[row.Complaint!.Row.Reference]].Complaint!.Row;
        return new StoredComplaint(complaint.Id, complaint.ContentHash, complaint.CountedOn);
    }

    private static bool SameContent(byte[] left, byte[] right) => left.AsSpan().SequenceEqual(right);

    private void Touch(DateOnly? day) => TouchedDays.Add(day ?? DailyCountRow.Undated);
}
