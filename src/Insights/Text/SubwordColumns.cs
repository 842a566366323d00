namespace Insights.Text;

/// <summary>
/// The columns of a word's pieces that the vocabulary knows, in order. The words of a language come again and again (half of a text's words are among some
/// hundred), so what was found for a word is kept: looking its ten pieces up again took more time than all else in reading a text. Not thread-safe: one a thread.
/// </summary>
internal sealed class SubwordColumns(FeatureTable table)
{
    // A word has one place; two words of one place drive each other out, which costs time, never a wrong answer.
    private const int Places = 1 << 13;
    private const int MostColumnsKept = 1 << 17;

    /// <summary>Longer "words" (base 64, links without spaces) hardly come again and would fill the room.</summary>
    private const int LongestKept = 32;

    private readonly SubwordReader reader = new();
    private readonly HashBuffer hashes = new();
    private readonly ulong[] words = new ulong[Places];
    private readonly (int Start, int Count)[] runs = new (int, int)[Places];
    private int[] columns = new int[1024];
    private int used;

    /// <summary>The columns; valid until the next call.</summary>
    /// <param name="text">The text of the token.</param>
    /// <param name="token">The word; one whose hash stands for its shape only is not kept, since others share it.</param>
    public ReadOnlySpan<int> Of(ReadOnlySpan<char> text, in TextToken token)
    {
        int place = (int)(token.Hash & (Places - 1));
        if (words[place] == token.Hash && !token.IsShape)
        {
            return columns.AsSpan(runs[place].Start, runs[place].Count);
        }

        if (used > MostColumnsKept)
        {
            Array.Clear(words);
            used = 0;
        }

        int start = used;
        hashes.Clear();
        reader.Read(text.Slice(token.Start, token.Length), hashes);
        int count = LookUp(start);
        if (!token.IsShape && token.Length <= LongestKept)
        {
            words[place] = token.Hash;
            runs[place] = (start, count);
            used = start + count;
        }

        return columns.AsSpan(start, count);
    }

    private int LookUp(int start)
    {
        ReadOnlySpan<ulong> pieces = hashes.Hashes;
        if (columns.Length < start + pieces.Length)
        {
            Array.Resize(ref columns, Math.Max(columns.Length * 2, start + pieces.Length));
        }

        foreach (ulong piece in pieces)
        {
            table.Prefetch(piece);
        }

        int next = start;
        foreach (ulong piece in pieces)
        {
            int column = table.Find(piece);
            if (column >= 0)
            {
                columns[next++] = column;
            }
        }

        return next - start;
    }
}
