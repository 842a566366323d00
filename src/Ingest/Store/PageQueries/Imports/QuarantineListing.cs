namespace Ingest.Store.PageQueries.Imports;

/// <summary>A refused row: where it stands and why, never what it holds.</summary>
public sealed record QuarantineListing(long LineNumber, string? Column, string Found, string Expected, string? LikelyCause, bool Replayed);
