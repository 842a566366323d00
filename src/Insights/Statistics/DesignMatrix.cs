namespace Insights.Statistics;

/// <summary>The explanatory variables of a regression: one row an observation, one column a variable, with their names.</summary>
public sealed class DesignMatrix
{
    private readonly double[] values;

    /// <param name="columnNames">One name a column; at least one.</param>
    /// <param name="values">Row-major values, rows × columns.</param>
    /// <exception cref="ArgumentException">The number of values is not a multiple of the number of columns.</exception>
    public DesignMatrix(IReadOnlyList<string> columnNames, double[] values)
    {
        if (columnNames.Count == 0 || values.Length % columnNames.Count != 0)
        {
            throw new ArgumentException($"Expected whole rows of {columnNames.Count} values, found {values.Length} values.", nameof(values));
        }

        ColumnNames = columnNames;
        this.values = values;
    }

    public IReadOnlyList<string> ColumnNames { get; }

    public int Columns => ColumnNames.Count;

    public int Rows => values.Length / Columns;

    public ReadOnlySpan<double> Row(int index) => values.AsSpan(index * Columns, Columns);
}
