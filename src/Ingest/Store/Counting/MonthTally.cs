using System.Runtime.InteropServices;
using Ingest.Store.Dialects;

namespace Ingest.Store.Counting;

/// <summary>Adds up the counts of a month's days.</summary>
internal sealed class MonthTally
{
    private const int Numbers = 6;

    private readonly Dictionary<(string Slice, string First, string Second), int[]> cells = [];

    /// <summary>Adds the counts of one day, in the order of the table's columns.</summary>
    public void Add(string slice, string first, string second, ReadOnlySpan<int> counts)
    {
        ref int[]? cell = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, (slice, first, second), out _);
        cell ??= new int[Numbers];
        for (int index = 0; index < Numbers; index++)
        {
            cell[index] += counts[index];
        }
    }

    /// <summary>Writes the sums in the order of the table's key.</summary>
    public void Write(IRowWriter writer, int collectionId, DateOnly month)
    {
        foreach (((string slice, string first, string second), int[] sums) in cells
            .OrderBy(cell => cell.Key.Slice, StringComparer.Ordinal)
            .ThenBy(cell => cell.Key.First, StringComparer.Ordinal)
            .ThenBy(cell => cell.Key.Second, StringComparer.Ordinal))
        {
            writer.Write([collectionId, slice, first, second, month, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]]);
        }
    }
}
