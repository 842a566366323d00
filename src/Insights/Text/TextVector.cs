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
    private readonly int[] countOfColumn;
    private readonly int[] ends = new int[FeatureLayout.BlockCount];
    private int[] columns = new int[FirstCapacity];
    private float[] values = new float[FirstCapacity];
    private int count;

    internal TextVector(TfidfVectorizer vectorizer)
    {
        VectorizerOptions options = vectorizer.Options;
        extractor = new FeatureExtractor(options.UsesSubwords, options.UsesFields, options.Lexicon);
        countOfColumn = new int[vectorizer.Layout.FeatureCount];
    }

    /// <summary>The tokens of the text, in order; empty when only words and pairs are features.</summary>
    public IReadOnlyList<TextToken> Tokens => extractor.Tokens;

    /// <summary>What the model's word network says about the text, head after head; empty without one.</summary>
    internal float[] NetworkScores { get; set; } = [];

    /// <summary>The features of the text before they were counted.</summary>
    internal FeatureExtractor Extractor => extractor;

    public ReadOnlySpan<int> ColumnsOf(FeatureBlock block) => columns.AsSpan(StartOf(block), ends[(int)block] - StartOf(block));

    public ReadOnlySpan<float> ValuesOf(FeatureBlock block) => values.AsSpan(StartOf(block), ends[(int)block] - StartOf(block));

    internal void Read(ReadOnlySpan<char> text, FeatureTable table, ReadOnlySpan<float> weightOfColumn)
    {
        extractor.Read(text);
        count = 0;
        for (int block = 0; block < FeatureLayout.BlockCount; block++)
        {
            Count(extractor.HashesOf((FeatureBlock)block), table);
            ends[block] = count;
        }

        Weigh(weightOfColumn);
    }

    private int StartOf(FeatureBlock block) => block == FeatureBlock.Words ? 0 : ends[(int)block - 1];

    private void Count(ReadOnlySpan<ulong> hashes, FeatureTable table)
    {
        MakeRoom(hashes.Length);
        int[] counts = countOfColumn;
        int[] found = columns;
        int next = count;
        for (int position = 0; position < hashes.Length; position++)
        {
            table.Prefetch(hashes[Math.Min(position + PrefetchDistance, hashes.Length - 1)]);
            int column = table.Find(hashes[position]);
            if (column >= 0 && counts[column]++ == 0)
            {
                found[next++] = column;
            }
        }

        count = next;
    }

    private void Weigh(ReadOnlySpan<float> weightOfColumn)
    {
        for (int entry = 0; entry < count; entry++)
        {
            int column = columns[entry];
            values[entry] = SublinearFrequency.Of(countOfColumn[column]) * weightOfColumn[column];
            countOfColumn[column] = 0;
        }
    }

    private void MakeRoom(int more)
    {
        if (count + more > columns.Length)
        {
            int capacity = Math.Max(columns.Length * 2, count + more);
            Array.Resize(ref columns, capacity);
            Array.Resize(ref values, capacity);
        }
    }
}
