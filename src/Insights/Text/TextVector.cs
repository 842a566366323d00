using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    private readonly FeatureTable table;
    private readonly FeatureExtractor extractor;
    private readonly SubwordColumns? subwords;
    private readonly List<int> subwordEnds = [];
    private readonly int[] entryOfColumn;
    private readonly int[] ends = new int[FeatureLayout.BlockCount];
    private readonly int[] placesOfBlock = new int[FeatureLayout.BlockCount];
    private readonly int[][] entriesOfBlock = [new int[FirstCapacity], new int[FirstCapacity], new int[FirstCapacity], new int[FirstCapacity]];
    private int[] columns = new int[FirstCapacity];
    private int[] counts = new int[FirstCapacity];
    private float[] values = new float[FirstCapacity];
    private int count;

    internal TextVector(TfidfVectorizer vectorizer)
    {
        VectorizerOptions options = vectorizer.Options;
        table = vectorizer.Table;
        extractor = new FeatureExtractor(usesSubwords: false, options.UsesFields, options.Lexicon, keepsTokens: options.UsesSubwords);
        subwords = options.UsesSubwords ? new SubwordColumns(table) : null;
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

    /// <summary>
    /// The entries of a block in order of the text, with repetitions: for words, groups and fields one a hash, −1 for a feature the model does not know;
    /// for pieces of words the known ones only.
    /// </summary>
    internal ReadOnlySpan<int> EntriesOf(FeatureBlock block) => entriesOfBlock[(int)block].AsSpan(0, placesOfBlock[(int)block]);

    /// <summary>For each token where its pieces end among those of <see cref="EntriesOf"/>; empty when pieces are no features.</summary>
    internal ReadOnlySpan<int> SubwordEnds => CollectionsMarshal.AsSpan(subwordEnds);

    public ReadOnlySpan<int> ColumnsOf(FeatureBlock block) => columns.AsSpan(StartOf(block), ends[(int)block] - StartOf(block));

    public ReadOnlySpan<float> ValuesOf(FeatureBlock block) => values.AsSpan(StartOf(block), ends[(int)block] - StartOf(block));

    internal void Read(ReadOnlySpan<char> text, ReadOnlySpan<float> weightOfColumn)
    {
        extractor.Read(text);
        count = 0;
        Array.Clear(placesOfBlock);
        foreach (FeatureBlock block in FeatureLayout.Blocks)
        {
            if (block == FeatureBlock.Subwords && subwords is not null)
            {
                CountSubwords(text, subwords);
            }
            else
            {
                Count(extractor.HashesOf(block), block);
            }

            ends[(int)block] = count;
        }

        Weigh(weightOfColumn);
    }

    private int StartOf(FeatureBlock block) => block == FeatureBlock.Words ? 0 : ends[(int)block - 1];

    private void Count(ReadOnlySpan<ulong> hashes, FeatureBlock block)
    {
        Span<int> entries = MakeRoom(hashes.Length, block);
        for (int position = 0; position < hashes.Length; position++)
        {
            table.Prefetch(hashes[Math.Min(position + PrefetchDistance, hashes.Length - 1)]);
            int column = table.Find(hashes[position]);
            entries[position] = column < 0 ? -1 : EntryOf(column);
        }
    }

    private void CountSubwords(ReadOnlySpan<char> text, SubwordColumns known)
    {
        subwordEnds.Clear();
        int places = 0;
        foreach (TextToken token in extractor.TokenSpan)
        {
            ReadOnlySpan<int> found = known.Of(text, token);
            Span<int> entries = MakeRoom(found.Length, FeatureBlock.Subwords)[places..];
            for (int index = 0; index < found.Length; index++)
            {
                entries[index] = EntryOf(found[index]);
            }

            places += found.Length;
            subwordEnds.Add(places);
        }
    }

    /// <summary>Counts one occurrence; returns its entry.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int EntryOf(int column)
    {
        // Entries are numbered from 1 here, so that 0 means none and nothing has to be filled in advance.
        ref int entry = ref entryOfColumn[column];
        if (entry == 0)
        {
            columns[count] = column;
            counts[count] = 0;
            entry = ++count;
        }

        counts[entry - 1]++;
        return entry - 1;
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

    /// <summary>Makes room for so many more entries of a block; returns all places of it so far.</summary>
    private Span<int> MakeRoom(int more, FeatureBlock block)
    {
        if (count + more > columns.Length)
        {
            int capacity = Math.Max(columns.Length * 2, count + more);
            Array.Resize(ref columns, capacity);
            Array.Resize(ref counts, capacity);
            Array.Resize(ref values, capacity);
        }

        ref int places = ref placesOfBlock[(int)block];
        places += more;
        ref int[] entries = ref entriesOfBlock[(int)block];
        if (places > entries.Length)
        {
            Array.Resize(ref entries, Math.Max(entries.Length * 2, places));
        }

        return entries.AsSpan(0, places);
    }
}
