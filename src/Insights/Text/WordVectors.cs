namespace Insights.Text;

/// <summary>
/// Vectors of common words, learned elsewhere from much text: words used alike lie close together, so that a word no training text holds still counts as its neighbours do.
/// Each vector has unit length. Immutable and thread-safe.
/// </summary>
public sealed class WordVectors
{
    private readonly float[] values;

    /// <param name="words">The words, commonest first.</param>
    /// <param name="quantised">For each word its values one after the other; only their ratio counts.</param>
    /// <exception cref="ArgumentException">There are not as many vectors as words.</exception>
    public WordVectors(IReadOnlyList<string> words, ReadOnlySpan<sbyte> quantised)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.Count == 0 || quantised.Length == 0 || quantised.Length % words.Count != 0)
        {
            throw new ArgumentException($"Found {quantised.Length} values for {words.Count} words; expected the same number for each word.", nameof(quantised));
        }

        Dimensions = quantised.Length / words.Count;
        var hashes = new List<ulong>();
        var kept = new List<float>();
        var seen = new HashSet<ulong>();
        for (int word = 0; word < words.Count; word++)
        {
            if (HashOf(words[word]) is { } hash && seen.Add(hash))
            {
                hashes.Add(hash);
                AddUnitLength(quantised.Slice(word * Dimensions, Dimensions), kept);
            }
        }

        Table = new FeatureTable([.. hashes]);
        values = [.. kept];
    }

    /// <summary>Values a vector has.</summary>
    public int Dimensions { get; }

    /// <summary>The words' hashes.</summary>
    internal FeatureTable Table { get; }

    /// <summary>The vector of a word by its index in <see cref="Table"/>.</summary>
    internal ReadOnlySpan<float> VectorOf(int index) => values.AsSpan(index * Dimensions, Dimensions);

    /// <summary>The hash of a word as texts give it; null when the tokenizer passes it over or splits it.</summary>
    private static ulong? HashOf(string word)
    {
        var tokenizer = new Tokenizer(word);
        return tokenizer.MoveNext() && tokenizer.Current.Length == word.Length ? tokenizer.Current.Hash : null;
    }

    private static void AddUnitLength(ReadOnlySpan<sbyte> quantised, List<float> kept)
    {
        double squares = 0;
        foreach (sbyte value in quantised)
        {
            squares += value * value;
        }

        double factor = squares > 0 ? 1 / Math.Sqrt(squares) : 0;
        foreach (sbyte value in quantised)
        {
            kept.Add((float)(value * factor));
        }
    }
}
