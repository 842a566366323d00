namespace Ingest.Replay;

/// <summary>A refused row as a person corrected it.</summary>
/// <param name="Id">The number of the refused row.</param>
/// <param name="Cells">What it says now, by the file's column names; a name that occurs twice has "#2" behind it. Columns that are left out stay as they are.</param>
/// <param name="LeftOver">Cells beyond the columns that the person left filled: the row still does not fit.</param>
public sealed record CorrectedRow(long Id, IReadOnlyDictionary<string, string?> Cells, int LeftOver = 0);
