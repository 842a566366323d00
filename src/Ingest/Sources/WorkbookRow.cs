namespace Ingest.Sources;

/// <summary>A row of a worksheet.</summary>
/// <param name="Number">Its number as the spreadsheet program shows it.</param>
/// <param name="Cells">What its cells show; null where they are empty.</param>
internal sealed record WorkbookRow(int Number, string?[] Cells)
{
    /// <summary>How many cells hold anything.</summary>
    public int Filled { get; } = Cells.Count(cell => cell is not null);
}
