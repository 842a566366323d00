namespace Insights.Text;

/// <summary>Learns a vocabulary and its document frequencies. The result depends on the set of texts, not on their order.</summary>
public sealed class TfidfVectorizerTrainer(VectorizerOptions options)
{
    /// <summary>Learns from the texts.</summary>
    /// <exception cref="ArgumentException">No text holds a feature often enough.</exception>
    public TfidfVectorizer Fit(IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        FeatureCounter[] counters = CountTexts(texts);
        var hashes = new List<ulong>();
        var frequencies = new List<float>();
        var counts = new int[FeatureLayout.BlockCount];
        for (int block = 0; block < FeatureLayout.BlockCount; block++)
        {
            (ulong[] kept, int[] textsWithFeature) = counters[block].AtLeast(FewestTexts((FeatureBlock)block));
            counts[block] = kept.Length;
            hashes.AddRange(kept);
            frequencies.AddRange(textsWithFeature.Select(holding => TfidfVectorizer.InverseDocumentFrequency(texts.Count, holding)));
        }

        if (hashes.Count == 0)
        {
            throw new ArgumentException($"None of the {texts.Count} texts shares a word with another; nothing can be learned from them.", nameof(texts));
        }

        return new TfidfVectorizer(new FeatureTable([.. hashes]), [.. frequencies], new FeatureLayout(counts), options);
    }

    /// <summary>The values of many texts as rows.</summary>
    public static SparseRows Transform(TfidfVectorizer vectorizer, IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(vectorizer);
        ArgumentNullException.ThrowIfNull(texts);
        TextVector vector = vectorizer.CreateVector();
        var rows = new SparseRowsBuilder();
        foreach (string text in texts)
        {
            vectorizer.Transform(text, vector);
            foreach (FeatureBlock block in FeatureLayout.Blocks)
            {
                rows.Add(vector.ColumnsOf(block), vector.ValuesOf(block));
            }

            rows.EndRow();
        }

        return rows.Build(vectorizer.Layout.FeatureCount);
    }

    private FeatureCounter[] CountTexts(IReadOnlyList<string> texts)
    {
        FeatureCounter[] counters = [new(), new(), new(), new()];
        var extractor = new FeatureExtractor(options.UsesSubwords, options.UsesFields, options.Lexicon);
        for (int number = 1; number <= texts.Count; number++)
        {
            extractor.Read(texts[number - 1]);
            for (int block = 0; block < FeatureLayout.BlockCount; block++)
            {
                foreach (ulong hash in extractor.HashesOf((FeatureBlock)block))
                {
                    counters[block].Add(hash, number);
                }
            }
        }

        return counters;
    }

    private int FewestTexts(FeatureBlock block) => block switch
    {
        FeatureBlock.Subwords => options.FewestTextsOfSubword,
        FeatureBlock.Lexicon => 1,
        _ => options.FewestTextsOfTerm,
    };
}
