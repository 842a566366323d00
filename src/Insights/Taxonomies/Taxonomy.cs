using Insights.Complaints;

namespace Insights.Taxonomies;

/// <summary>The codes one complaints body uses, as read from its data file. Nothing in the program names a single code.</summary>
public sealed class Taxonomy(string name, string version, string title, IReadOnlyDictionary<Dimension, IReadOnlyList<TaxonomyCode>> codes)
{
    private readonly Dictionary<(Dimension, string), TaxonomyCode> byCode = codes
        .SelectMany(pair => pair.Value.Select(code => (Key: (pair.Key, code.Code), Value: code)))
        .ToDictionary(pair => pair.Key, pair => pair.Value);

    public string Name { get; } = name;

    public string Version { get; } = version;

    public string Title { get; } = title;

    /// <summary>The codes of a dimension in the taxonomy's order; empty when the taxonomy leaves the dimension open (any word of the source is a code).</summary>
    public IReadOnlyList<TaxonomyCode> Codes(Dimension dimension) => codes.TryGetValue(dimension, out IReadOnlyList<TaxonomyCode>? list) ? list : [];

    public bool Contains(Dimension dimension, string code) => byCode.ContainsKey((dimension, code));

    /// <summary>True when only the listed codes are allowed in the dimension.</summary>
    public bool IsClosed(Dimension dimension) => codes.ContainsKey(dimension);

    /// <summary>The title of a code; the code itself when the taxonomy does not know it; "Not recorded" when it is empty.</summary>
    public string TitleOf(Dimension dimension, string code) =>
        code.Length == 0 ? "Not recorded" : byCode.TryGetValue((dimension, code), out TaxonomyCode? known) ? known.Title : code;

    public bool IsGrave(Dimension dimension, string code) => byCode.TryGetValue((dimension, code), out TaxonomyCode? known) && known.IsGrave;

    public bool IsUpheld(Dimension dimension, string code) => byCode.TryGetValue((dimension, code), out TaxonomyCode? known) && known.IsUpheld;
}
