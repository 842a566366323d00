namespace Insights.Text;

/// <summary>
/// Turns a text into term frequency × inverse document frequency values: (1 + ln count) · (ln((1 + texts) / (1 + texts with the feature)) + 1).
/// They are not yet brought to unit length, since each head weighs the terms in its own way first. Immutable and thread-safe; each thread brings its own <see cref="TextVector"/>.
/// </summary>
public sealed class TfidfVectorizer
{
    private readonly float[] inverseDocumentFrequencies;
    private readonly VectorizerOptions options;

    internal TfidfVectorizer(FeatureTable table, float[] inverseDocumentFrequencies, FeatureLayout layout, VectorizerOptions options)
    {
        Table = table;
        Layout = layout;
        this.inverseDocumentFrequencies = inverseDocumentFrequencies;
        this.options = options;
    }

    /// <summary>Which columns belong to which block.</summary>
    public FeatureLayout Layout { get; }

    /// <summary>The vocabulary.</summary>
    public FeatureTable Table { get; }

    /// <summary>How texts become features.</summary>
    public VectorizerOptions Options => options;

    /// <summary>One value a column, at least 1.</summary>
    public ReadOnlySpan<float> InverseDocumentFrequencies => inverseDocumentFrequencies;

    /// <summary>ln((1 + N) / (1 + n)) + 1, as scikit-learn's <c>smooth_idf</c>, so that values can be compared with it.</summary>
    /// <param name="texts">N ≥ 0.</param>
    /// <param name="textsWithFeature">0 ≤ n ≤ N.</param>
    public static float InverseDocumentFrequency(int texts, int textsWithFeature) => (float)(Math.Log((1.0 + texts) / (1.0 + textsWithFeature)) + 1);

    public TextVector CreateVector() => new(this);

    /// <summary>Fills the vector with the values of a text; what it held before is forgotten.</summary>
    public void Transform(ReadOnlySpan<char> text, TextVector vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        vector.Read(text, inverseDocumentFrequencies);
    }
}
