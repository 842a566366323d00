namespace Insights.Text;

/// <summary>How texts become feature values.</summary>
public sealed record VectorizerOptions
{
    /// <summary>Words and word pairs that fewer texts hold are left out. Default 2; 1 ≤ value.</summary>
    public int FewestTextsOfTerm { get; init; } = 2;

    /// <summary>Pieces of words that fewer texts hold are left out. Default 2; 1 ≤ value. Ignored when <see cref="UsesSubwords"/> is off.</summary>
    public int FewestTextsOfSubword { get; init; } = 2;

    /// <summary>True: pieces of words are features too. Pays for small training sets, where many words of a new text are new. Default false.</summary>
    public bool UsesSubwords { get; init; }

    /// <summary>True: words count apart by the field (column) they stand in and by what the first field says. Default false.</summary>
    public bool UsesFields { get; init; }

    /// <summary>Domain knowledge as data; null for none.</summary>
    public Lexicon? Lexicon { get; init; }
}
