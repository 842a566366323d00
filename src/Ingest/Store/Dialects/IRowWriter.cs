namespace Ingest.Store.Dialects;

/// <summary>Writes many rows into one table by the fastest way the database has, within the transaction it was made for.</summary>
public interface IRowWriter : IDisposable
{
    /// <summary>Adds one row; the values are in the order of the columns the writer was made with.</summary>
    void Write(ReadOnlySpan<object?> values);

    /// <summary>Makes sure that everything added is in the table. Nothing may be added after it.</summary>
    void Complete();
}
