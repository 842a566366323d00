namespace Ingest.Sources;

/// <summary>Records that are in memory already: rows that were refused, corrected since.</summary>
internal sealed class ListRecordSource(IReadOnlyList<string> columns, IReadOnlyList<SourceRecord> records) : IRecordSource
{
    public IReadOnlyList<string> Columns => columns;

    public string? ShapeHint => null;

    /// <summary>A spreadsheet program may have turned a date into one of its own.</summary>
    public bool HasTypedDates => true;

    public IEnumerable<SourceRecord> Records() => records;

    public void Dispose()
    {
    }
}
