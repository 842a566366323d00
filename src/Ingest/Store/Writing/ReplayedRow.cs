namespace Ingest.Store.Writing;

/// <summary>A refused row that was checked again.</summary>
internal sealed record ReplayedRow(long QuarantineId, PreparedRow Row);
