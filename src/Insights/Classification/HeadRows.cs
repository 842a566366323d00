using Insights.Text;

namespace Insights.Classification;

/// <summary>Rows as one head sees them: terms weighed, each block brought to unit length and scaled.</summary>
internal static class HeadRows
{
    public static SparseRows Weigh(SparseRows rows, FeatureLayout layout, float[] termWeights, IReadOnlyList<double> blockScales)
    {
        var values = new float[rows.Values.Length];
        Span<float> squares = stackalloc float[FeatureLayout.BlockCount];
        for (int row = 0; row < rows.RowCount; row++)
        {
            squares.Clear();
            int end = rows.Offsets[row + 1];
            for (int entry = rows.Offsets[row]; entry < end; entry++)
            {
                int column = rows.Columns[entry];
                float value = rows.Values[entry] * termWeights[column];
                values[entry] = value;
                squares[(int)layout.BlockOf(column)] += value * value;
            }

            for (int block = 0; block < FeatureLayout.BlockCount; block++)
            {
                squares[block] = ToScale(squares[block], blockScales[block]);
            }

            for (int entry = rows.Offsets[row]; entry < end; entry++)
            {
                values[entry] *= squares[(int)layout.BlockOf(rows.Columns[entry])];
            }
        }

        return rows with { Values = values };
    }

    /// <summary>The factor that brings a block with this sum of squares to the length wanted; 0 for an empty block.</summary>
    public static float ToScale(float sumOfSquares, double blockScale) => sumOfSquares > 0 ? (float)(blockScale / Math.Sqrt(sumOfSquares)) : 0f;
}
