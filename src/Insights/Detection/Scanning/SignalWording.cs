using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>Titles and sentences of signals, in the words of the collection's taxonomy and profile.</summary>
internal sealed class SignalWording(ComplaintCollection collection)
{
    /// <summary>What a complaint is about is named before where it belongs.</summary>
    private static readonly Dimension[] NamedFirst = [Dimension.Theme, Dimension.ComplaintType, Dimension.Finding, Dimension.Remit];
    private static readonly Dimension[] Places = [Dimension.Office, Dimension.Organisation];

    /// <summary>"Lost or damaged documents, Liverpool".</summary>
    public string Title(SeriesKey key) => key.Slice == Slice.All ? "All complaints" : string.Join(", ", Ordered(key).Select(Name));

    /// <summary>The subject of a sentence: "Lost or damaged documents at Liverpool".</summary>
    public string Subject(SeriesKey key)
    {
        KeyValuePair<Dimension, string>[] facets = [.. Ordered(key)];
        return facets.Length == 2 && Places.Contains(facets[1].Key) ? $"{Name(facets[0])} at {Name(facets[1])}" : Title(key);
    }

    public string Sentence(RaisedWindow window, Period first, Period last, bool isCurrent)
    {
        string span = WordsFor.Span(first, last);
        string rarity = $"{WordsFor.Rarity(window.LogPValue)} such {(window.Length == 1 ? WordsFor.Interval(last.Interval, 2) : "periods")}";
        string tail = window.IsFall ? "so few" : $"{WordsFor.Figure(window.Observed - window.SetAside)} or more";
        string without = window.SetAside == 0 ? string.Empty : $"without the {WordsFor.Figure(window.SetAside)} of a surge within it, ";
        string standing = isCurrent ? string.Empty : " It has passed since.";
        string basis = collection.JudgesShares ? " from its earlier share" : string.Empty;
        string counted = window.IsFall
            ? $"{(window.Observed == 0 ? "no complaints" : WordsFor.Complaints(window.Observed))} in {span} where {WordsFor.Expected(window.Expected)} were expected{basis}"
            : $"{WordsFor.Complaints(window.Observed)} in {span} against {WordsFor.Expected(window.Expected)} expected{basis}";
        return $"{Subject(window.Series.Key)}: {counted}; {without}chance alone would give {tail} {rarity}.{standing}";
    }

    /// <summary>A code in words; a missing one names its dimension.</summary>
    public string Name(KeyValuePair<Dimension, string> facet) => facet.Value.Length == 0
        ? $"{DimensionName(facet.Key)} not recorded"
        : collection.Taxonomy.TitleOf(facet.Key, facet.Value);

    public string DimensionName(Dimension dimension) => collection.DimensionTitles.TryGetValue(dimension, out string? title) ? title : dimension switch
    {
        Dimension.BusinessArea => "Business area",
        Dimension.OrganisationGroup => "Kind of organisation",
        Dimension.ComplaintType => "Complaint type",
        _ => dimension.ToString(),
    };

    private static IEnumerable<KeyValuePair<Dimension, string>> Ordered(SeriesKey key) =>
        key.Facets.OrderBy(facet => NamedFirst.Contains(facet.Key) ? 0 : 1).ThenBy(facet => Places.Contains(facet.Key) ? 1 : 0);
}
