namespace Ingest.Store.PageQueries.Complaints;

/// <summary>What a download holds: so many rows, none stored after <paramref name="NewestId"/>, so that the stated number stays true while it runs.</summary>
public readonly record struct ComplaintExportScope(int Rows, long NewestId);
