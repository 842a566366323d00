using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Ingest.Store.Dialects;

/// <summary>Rows by binary COPY. The rows are gathered first, because a connection can do nothing else while it copies.</summary>
internal sealed class PostgresRowWriter(DbConnection connection, string table, IReadOnlyList<string> columns) : IRowWriter
{
    private readonly List<object?[]> rows = [];

    public void Write(ReadOnlySpan<object?> values) => rows.Add(values.ToArray());

    public void Complete()
    {
        if (rows.Count == 0)
        {
            return;
        }

        using NpgsqlBinaryImporter importer = ((NpgsqlConnection)connection).BeginBinaryImport(
            $"COPY \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) FROM STDIN (FORMAT BINARY)");
        foreach (object?[] row in rows)
        {
            importer.StartRow();
            foreach (object? value in row)
            {
                Write(importer, value);
            }
        }

        importer.Complete();
    }

    public void Dispose() => rows.Clear();

    private static void Write(NpgsqlBinaryImporter importer, object? value)
    {
        switch (value)
        {
            case null:
                importer.WriteNull();
                break;
            case string text:
                importer.Write(text, NpgsqlDbType.Text);
                break;
            case long number:
                importer.Write(number, NpgsqlDbType.Bigint);
                break;
            case int number:
                importer.Write(number, NpgsqlDbType.Integer);
                break;
            case DateOnly date:
                importer.Write(date, NpgsqlDbType.Date);
                break;
            case DateTime time:
                importer.Write(time, NpgsqlDbType.TimestampTz);
                break;
            case bool flag:
                importer.Write(flag, NpgsqlDbType.Boolean);
                break;
            case double number:
                importer.Write(number, NpgsqlDbType.Double);
                break;
            case byte[] bytes:
                importer.Write(bytes, NpgsqlDbType.Bytea);
                break;
            default:
                throw new ArgumentException($"Expected a value of a column's type, found {value.GetType()}.", nameof(value));
        }
    }
}
