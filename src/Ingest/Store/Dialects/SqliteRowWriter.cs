using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ingest.Store.Dialects;

/// <summary>
/// One prepared INSERT, bound and stepped row by row through SQLite's own interface: with SQLite there is no wire to save trips over, and the ADO.NET
/// layer looks up every parameter by its name for every row, which took longer than the insert. Values are stored in the form that layer writes.
/// Several rows may go into one statement, for tables where a statement costs more than its rows.
/// </summary>
internal sealed class SqliteRowWriter : IRowWriter
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    private readonly sqlite3 database;
    private readonly string table;
    private readonly IReadOnlyList<string> columns;
    private readonly int rowsAtOnce;
    private readonly List<object?[]> waiting = [];
    private sqlite3_stmt statement;
    private byte[] text = ArrayPool<byte>.Shared.Rent(4096);

    public SqliteRowWriter(DbConnection connection, string table, IReadOnlyList<string> columns, int rowsAtOnce = 1)
    {
        database = ((SqliteConnection)connection).Handle!;
        this.table = table;
        this.columns = columns;
        this.rowsAtOnce = rowsAtOnce;
        statement = Prepare(rowsAtOnce);
    }

    public void Write(ReadOnlySpan<object?> values)
    {
        if (rowsAtOnce == 1)
        {
            Bind(values, 0);
            Step();
            return;
        }

        waiting.Add(values.ToArray());
        if (waiting.Count == rowsAtOnce)
        {
            WriteWaiting();
        }
    }

    public void Complete()
    {
        if (waiting.Count > 0)
        {
            statement.Dispose();
            statement = Prepare(waiting.Count);
            WriteWaiting();
        }
    }

    public void Dispose()
    {
        statement.Dispose();
        ArrayPool<byte>.Shared.Return(text);
        text = [];
    }

    private sqlite3_stmt Prepare(int rows)
    {
        string row = $"({string.Join(", ", columns.Select(_ => "?"))})";
        string sql = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES {string.Join(", ", Enumerable.Repeat(row, rows))}";
        Check(raw.sqlite3_prepare_v2(database, sql, out sqlite3_stmt prepared));
        return prepared;
    }

    private void WriteWaiting()
    {
        for (int row = 0; row < waiting.Count; row++)
        {
            Bind(waiting[row], row * columns.Count);
        }

        waiting.Clear();
        Step();
    }

    private void Step()
    {
        int result = raw.sqlite3_step(statement);
        int reset = raw.sqlite3_reset(statement);
        Check(result == raw.SQLITE_DONE ? reset : result);
    }

    private void Bind(ReadOnlySpan<object?> values, int before)
    {
        for (int index = 0; index < values.Length; index++)
        {
            Check(Bind(before + index + 1, values[index]));
        }
    }

    private int Bind(int position, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, position),
        string characters => BindText(position, characters),
        long number => raw.sqlite3_bind_int64(statement, position, number),
        int number => raw.sqlite3_bind_int(statement, position, number),
        bool flag => raw.sqlite3_bind_int(statement, position, flag ? 1 : 0),
        DateOnly day => BindDay(position, day),
        byte[] bytes => raw.sqlite3_bind_blob(statement, position, bytes),
        double number => raw.sqlite3_bind_double(statement, position, number),
        DateTime time => BindText(position, time.ToString(TimeFormat, CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"Expected a value of a column's type, found {value.GetType()}.", nameof(value)),
    };

    private int BindText(int position, string characters)
    {
        int most = Encoding.UTF8.GetMaxByteCount(characters.Length);
        if (text.Length < most)
        {
            ArrayPool<byte>.Shared.Return(text);
            text = ArrayPool<byte>.Shared.Rent(most);
        }

        int length = Encoding.UTF8.GetBytes(characters, text);
        return raw.sqlite3_bind_text(statement, position, text.AsSpan(0, length));
    }

    private int BindDay(int position, DateOnly day)
    {
        Span<byte> written = stackalloc byte[DayFormat.Length];
        day.TryFormat(written, out int length, DayFormat, CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(statement, position, written[..length]);
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, database);
        }
    }
}
