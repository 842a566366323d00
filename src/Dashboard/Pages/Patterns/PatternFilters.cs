using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Complaints;
using Insights.Complaints;
using Insights.Patterns;

namespace Dashboard.Pages.Patterns;

/// <summary>The complaints page, narrowed to what a pattern is about.</summary>
public static class PatternFilters
{
    /// <summary>Every complaint with a term of a new theme, in the new theme's days: also those that no analysis put into it.</summary>
    public static string Of(CollectionContext collection, NewTheme theme, string term) =>
        PageLinks.Complaints(collection.Name, new ComplaintFilter(collection.Id) { Words = Quoted(term), From = theme.FirstDay, To = theme.LastDay });

    /// <summary>The complaints of an echo's days in one of its places: of its theme when it has one, else all of the place.</summary>
    public static string Of(CollectionContext collection, Echo echo, EchoPlace place)
    {
        List<FacetValue> included = [new(echo.Dimension, place.Code)];
        if (echo.Theme is { } theme)
        {
            included.Add(new FacetValue(Dimension.Theme, theme));
        }

        return PageLinks.Complaints(collection.Name, new ComplaintFilter(collection.Id) { From = echo.FirstDay, To = echo.LastDay, Included = included });
    }

    /// <summary>What there is at a blind spot: the complaints of its place and days, and of a field only those that lack it.</summary>
    public static string Of(CollectionContext collection, BlindSpot spot)
    {
        List<FacetValue> included = [];
        if (spot.Code.Length > 0)
        {
            included.Add(new FacetValue(spot.Dimension, spot.Code));
        }

        if (spot.Field is { } field)
        {
            included.Add(new FacetValue(field, ""));
        }

        return PageLinks.Complaints(collection.Name, new ComplaintFilter(collection.Id) { From = spot.FirstDay, To = spot.LastDay, Included = included });
    }

    /// <summary>Two words are searched for side by side.</summary>
    private static string Quoted(string term) => term.Contains(' ', StringComparison.Ordinal) ? $"\"{term}\"" : term;
}
