namespace Insights.Text;

/// <summary>
/// One text as feature values, reused from text to text so that nothing is allocated per token. Not thread-safe: one a thread.
/// Entries stand block by block, within a block in order of first occurrence; each feature comes once.
/// </summary>
public sealed class TextVector
{
    private const int FirstCapacity = 1024;

    /// <summary>Look-ups in flight at once; memory answers about so many while one is being used.</summary>
    private const int PrefetchDistance = 12;

    private readonly FeatureExtractor extractor;
    private readonly int[] entryOfColumn;
    private readonly int[] ends = new int[FeatureLayout.BlockCount];
    private readonly int[][] entriesOfBlock = [new int[FirstCapacity], new int[FirstCapacity], new int[FirstCapacity], new int[FirstCapacity]];
    private int[] columns = new int[FirstCapacity];
    private int[] counts = new int[FirstCapacity];
    private float[] values = new float[FirstCapacity];
    private int count;

    internal TextVector(TfidfVectorizer vectorizer)
    {
        VectorizerOptions options = vectorizer.Options;
        extractor = new FeatureExtractor(options.UsesSubwords, options.UsesFields, options.Lexicon);
        entryOfColumn = new int[vectorizer.Layout.FeatureCount];
    }

    /// <summary>The tokens of the text, in order; empty when only words and pairs are features.</summary>
    public IReadOnlyList<TextToken> Tokens => extractor.Tokens;

    /// <summary>What the model's word network says about the text, head after head; empty without one.</summary>
    internal float[] NetworkScores { get; set; } = [];

    /// <summary>Room for what is computed from the vector; grows and stays.</summary>
    internal TextScores Scores { get; } = new();

    /// <summary>The features of the text before they were counted.</summary>
    internal FeatureExtractor Extractor => extractor;

    /// <summary>Number of entries: features of the model that the text holds.</summary>
    internal int EntryCount => count;

    /// <summary>The columns of all blocks, entry by entry.</summary>
    internal ReadOnlySpan<int> Columns => columns.AsSpan(0, count);

    /// <summary>For each hash of the block, in order of the text, the entry it belongs to; −1 for a feature the model does not know.</summary>
    internal ReadOnlySpan<int> EntriesOf(FeatureBlock block) => entriesOfBlock[(int)block].AsSpan(0, extractor.HashesOf(block).Length);

    public ReadOnlySpan<int> ColumnsOf(FeatureBlock block) => columns.AsSpan(StartOf(block), ends[(int)block] - StartOf(block));

    public ReadOnlySpan<float> ValuesOf(FeatureBlock block) => values.AsSpan(StartOf(block), ends[(int)block] - StartOf(block));

    internal void Read(ReadOnlySpan<char> text, FeatureTable table, ReadOnlySpan<float> weightOfColumn)
    {
        extractor.Read(text);
        count = 0;
        for (int block = 0; block < FeatureLayout.BlockCount; block++)
        {
            Count(extractor.HashesOf((FeatureBlock)block), table, ref entriesOfBlock[block]);
            ends[block] = count;
        }

        Weigh(weightOfColumn);
    }

    private int StartOf(FeatureBlock block) => block == FeatureBlock.Words ? 0 : ends[(int)block - 1];

    private void Count(ReadOnlySpan<ulong> hashes, FeatureTable table, ref int[] entries)
    {
        MakeRoom(hashes.Length);
        if (entries.Length < hashes.Length)
        {
            entries = new int[hashes.Length * 2];
        }

        Span<int> entryOf = entries.AsSpan(0, hashes.Length);
        int next = count;
        for (int position = 0; position < hashes.Length; position++)
        {
            table.Prefetch(hashes[Math.Min(position + PrefetchDistance, hashes.Length - 1)]);
            int column = table.Find(hashes[position]);
            if (column < 0)
            {
                entryOf[position] = -1;
                continue;
            }

            // Entries are numbered from 1 here, so that 0 means none and nothing has to be filled in advance.
            ref int entry = ref entryOfColumn[column];
            if (entry == 0)
            {
                columns[next] = column;
                counts[next] = 0;
                entry = ++next;
            }

            counts[entry - 1]++;
            entryOf[position] = entry - 1;
        }

        count = next;
    }

    private void Weigh(ReadOnlySpan<float> weightOfColumn)
    {
        for (int entry = 0; entry < count; entry++)
        {
            int column = columns[entry];
            values[entry] = SublinearFrequency.Of(counts[entry]) * weightOfColumn[column];
            entryOfColumn[column] = 0;
        }
    }

    private void MakeRoom(int more)
    {
        if (count + more > columns.Length)
        {
            int capacity = Math.Max(columns.Length * 2, count + more);
            Array.Resize(ref columns, capacity);
            Array.Resize(ref counts, capacity);
            Array.Resize(ref values, capacity);
        }
    }
}
