namespace Insights.Complaints;

/// <summary>Names one series of counts: which collection of complaints, split how, and which codes. A missing code is the empty string.</summary>
/// <param name="Collection">Name of the collection.</param>
/// <param name="Slice">How the complaints are split.</param>
/// <param name="FirstCode">Code in the slice's first dimension; empty for <see cref="Slice.All"/>.</param>
/// <param name="SecondCode">Code in the slice's second dimension; empty when it has none.</param>
public sealed record SeriesKey(string Collection, Slice Slice, string FirstCode = "", string SecondCode = "")
{
    /// <summary>The codes by dimension, for the page, the JSON and the explanation.</summary>
    public IReadOnlyList<KeyValuePair<Dimension, string>> Facets
    {
        get
        {
            List<KeyValuePair<Dimension, string>> facets = [];
            if (Slice.First is { } first)
            {
                facets.Add(new(first, FirstCode));
            }

            if (Slice.Second is { } second)
            {
                facets.Add(new(second, SecondCode));
            }

            return facets;
        }
    }

    public override string ToString() => $"{Collection}|{Slice}|{FirstCode}|{SecondCode}";
}
