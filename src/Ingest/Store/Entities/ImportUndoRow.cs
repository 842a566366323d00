namespace Ingest.Store.Entities;

/// <summary>That an import was undone: when, and what that took away. Its account stays as a record of what it had brought.</summary>
public sealed class ImportUndoRow
{
    public long ImportBatchId { get; set; }

    public DateTime UndoneAtUtc { get; set; }

    /// <summary>Complaints that only this import had brought, and that are gone.</summary>
    public int Removed { get; set; }

    /// <summary>Complaints that it had changed, and that are again what they were before.</summary>
    public int Restored { get; set; }
}
