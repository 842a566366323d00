using System.Data.Common;

namespace Ingest.Store.Dialects;

/// <summary>One prepared INSERT, executed row by row: with SQLite there is no wire to save trips over.</summary>
internal sealed class SqliteRowWriter : IRowWriter
{
    private readonly DbCommand command;

    public SqliteRowWriter(DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns)
    {
        command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText =
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select((_, index) => $"@p{index}"))})";
        for (int index = 0; index < columns.Count; index++)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{index}";
            command.Parameters.Add(parameter);
        }

        command.Prepare();
    }

    public void Write(ReadOnlySpan<object?> values)
    {
        for (int index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    public void Complete()
    {
    }

    public void Dispose() => command.Dispose();
}
