using System.Text.Json;

namespace Ingest.Validation;

/// <summary>A refused row as it is kept: its cells with the names of their columns, so that it can be shown, corrected and replayed.</summary>
/// <param name="Columns">The file's columns.</param>
/// <param name="Cells">The row's cells; there may be more or fewer than columns.</param>
public sealed record RefusedRow(IReadOnlyList<string> Columns, IReadOnlyList<string?> Cells)
{
    public static byte[] ToJson(IReadOnlyList<string> columns, IReadOnlyList<string?> cells) => JsonSerializer.SerializeToUtf8Bytes(new RefusedRow(columns, cells));

    public static RefusedRow FromJson(string json) =>
        JsonSerializer.Deserialize<RefusedRow>(json) ?? throw new InvalidOperationException("A refused row was stored as null.");
}
