namespace Ingest.Sources;

/// <summary>A file as records, read once from its beginning to its end and never held in memory as a whole.</summary>
public interface IRecordSource : IDisposable
{
    /// <summary>The column names the file has, in its order.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>The line of the file that names the columns; 1 where none does.</summary>
    long HeaderLine => 1;

    /// <summary>What a file of another shape may suffer from, such as an unusual delimiter; null when nothing stands out.</summary>
    string? ShapeHint { get; }

    /// <summary>True when date cells come as ISO dates whatever the profile's formats, because the file knows them as dates.</summary>
    bool HasTypedDates => false;

    /// <summary>True when a number in a column of dates is a day counted from 1900, as spreadsheets store dates.</summary>
    bool HasSerialDates => false;

    /// <summary>The records in file order. A broken record is one with an issue, not an exception.</summary>
    IEnumerable<SourceRecord> Records();
}
