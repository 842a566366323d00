using System.Text;

namespace Ingest.Series;

/// <summary>What belongs to each distinct text of a column, found without making a string of every cell: a file of counts repeats a few texts millions of times.</summary>
/// <param name="make">Makes what belongs to a text seen for the first time.</param>
internal sealed class CellPool<T>(Func<string, T> make)
{
    private readonly Dictionary<string, T> known = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, T>> inOrder = [];
    private char[] buffer = new char[64];

    /// <summary>In the order in which the texts were first seen.</summary>
    public IReadOnlyList<KeyValuePair<string, T>> InOrder => inOrder;

    /// <param name="cell">UTF-8; white space around it does not count.</param>
    public T Of(ReadOnlySpan<byte> cell)
    {
        if (buffer.Length < cell.Length)
        {
            buffer = new char[2 * cell.Length];
        }

        return Of(buffer.AsSpan(0, Encoding.UTF8.GetChars(cell, buffer)).Trim());
    }

    public T Of(ReadOnlySpan<char> text)
    {
        if (!known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out T? found))
        {
            string key = text.ToString();
            known[key] = found = make(key);
            inOrder.Add(new(key, found));
        }

        return found;
    }
}
