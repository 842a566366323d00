using Ingest.Store.PageQueries.Complaints;
using Insights.Complaints;

namespace Dashboard.Pages.Shared;

/// <summary>A facet's value as it stands in an address: <c>Theme:delay</c>; nothing after the colon means "not recorded".</summary>
public static class FacetText
{
    private const char Separator = ':';

    public static string Write(FacetValue value) => $"{value.Dimension}{Separator}{value.Code}";

    public static FacetValue? Read(string text)
    {
        int end = text.IndexOf(Separator, StringComparison.Ordinal);
        return end > 0 && Enum.TryParse(text[..end], ignoreCase: true, out Dimension dimension) && Enum.IsDefined(dimension)
            ? new FacetValue(dimension, text[(end + 1)..])
            : null;
    }

    public static IReadOnlyList<FacetValue> ReadAll(IEnumerable<string> texts) => [.. texts.Select(Read).OfType<FacetValue>()];
}
