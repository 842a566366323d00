namespace Ingest.Sources;

/// <summary>A file as records, read once from its beginning to its end and never held in memory as a whole.</summary>
public interface IRecordSource : IDisposable
{
    /// <summary>The column names the file has, in its order.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>What a file of another shape may suffer from, such as an unusual delimiter; null when nothing stands out.</summary>
    string? ShapeHint { get; }

    /// <summary>True when date cells come as ISO dates whatever the profile's formats, because the file knows them as dates.</summary>
    bool HasTypedDates => false;

    /// <summary>The records in file order. A broken record is one with an issue, not an exception.</summary>
    IEnumerable<SourceRecord> Records();
}
