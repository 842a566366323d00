namespace Ingest.Store.PageQueries.Imports;

/// <summary>A refused row: still to be corrected: where it stands and why, never what it holds.</summary>
public sealed record QuarantineListing(long Id, long LineNumber, string? Column, string Found, string Expected, string? LikelyCause);
