namespace Insights.Text;

/// <summary>Texts as rows of a sparse matrix (compressed rows): row r owns the entries from Offsets[r] up to Offsets[r + 1].</summary>
/// <param name="Offsets">Length rows + 1, rising.</param>
/// <param name="Columns">Feature index of each entry; within a row each at most once.</param>
/// <param name="Values">Value of each entry; as long as <paramref name="Columns"/>.</param>
/// <param name="ColumnCount">Number of features; every column is below it.</param>
public sealed record SparseRows(int[] Offsets, int[] Columns, float[] Values, int ColumnCount)
{
    public int RowCount => Offsets.Length - 1;

    public ReadOnlySpan<int> ColumnsOf(int row) => Columns.AsSpan(Offsets[row], Offsets[row + 1] - Offsets[row]);

    public ReadOnlySpan<float> ValuesOf(int row) => Values.AsSpan(Offsets[row], Offsets[row + 1] - Offsets[row]);
}
