using Ingest.Validation;

namespace Ingest.Sources;

/// <summary>One record of a file, not yet checked.</summary>
/// <param name="LineNumber">The line (row of a worksheet, position in a list) where it begins, from 1.</param>
/// <param name="Cells">Its values in the order of the source's columns; null where the source has none.</param>
/// <param name="Issue">Why it could not be read as a record; null when it could.</param>
public readonly record struct SourceRecord(long LineNumber, IReadOnlyList<string?> Cells, RowIssue? Issue);
