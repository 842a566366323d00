namespace Insights.Text;

/// <summary>Collects rows one after the other.</summary>
internal sealed class SparseRowsBuilder
{
    private const int FirstCapacity = 1 << 16;

    private readonly List<int> offsets = [0];
    private int[] columns = new int[FirstCapacity];
    private float[] values = new float[FirstCapacity];
    private int count;

    /// <summary>Adds entries to the row under way.</summary>
    public void Add(ReadOnlySpan<int> moreColumns, ReadOnlySpan<float> moreValues)
    {
        int needed = count + moreColumns.Length;
        if (needed > columns.Length)
        {
            int capacity = Math.Max(needed, columns.Length * 2);
            Array.Resize(ref columns, capacity);
            Array.Resize(ref values, capacity);
        }

        moreColumns.CopyTo(columns.AsSpan(count));
        moreValues.CopyTo(values.AsSpan(count));
        count = needed;
    }

    public void EndRow() => offsets.Add(count);

    public SparseRows Build(int columnCount)
    {
        Array.Resize(ref columns, count);
        Array.Resize(ref values, count);
        return new SparseRows([.. offsets], columns, values, columnCount);
    }
}
