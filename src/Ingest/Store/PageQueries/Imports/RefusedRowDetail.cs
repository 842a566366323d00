using Ingest.Validation;

namespace Ingest.Store.PageQueries.Imports;

/// <summary>A refused row with what it holds, for the person who corrects it.</summary>
public sealed record RefusedRowDetail(long Id, long ImportId, long LineNumber, string? Column, string Found, string Expected, string? LikelyCause, RefusedRow Row);
