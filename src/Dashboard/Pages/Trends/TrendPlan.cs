using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Trends;
using Insights.Complaints;

namespace Dashboard.Pages.Trends;

/// <summary>Which stored slice answers a request. Two dimensions are stored in one order and asked for in either.</summary>
internal sealed record TrendPlan(TrendScope Scope, bool IsSwapped, bool HasSizes, Dimension? SizeDimension, Dimension? Split)
{
    public static TrendPlan For(CollectionContext collection, TrendRequest request)
    {
        Slice asked = request.Split is { } split ? Slice.By(split, request.Then) : Slice.All;
        bool isSwapped = request.Then is not null && !collection.Slices.Contains(asked);
        Slice stored = isSwapped ? Slice.By(request.Then!.Value, request.Split) : asked;
        TrendScope scope = new(collection.Id, stored, request.From, request.To)
        {
            FirstCode = isSwapped ? request.ThenOnly : request.Only,
            SecondCode = isSwapped ? request.Only : request.ThenOnly,
        };
        Denominator? denominator = collection.Definition.Denominator;
        return new TrendPlan(scope, isSwapped, request.Measure == TrendMeasure.Rate && denominator is not null, denominator?.Dimension, request.Split);
    }

    /// <summary>
    /// The same complaints in a slice that counts each once: a complaint has one code of every dimension but may have several themes, so that the sum over
    /// themes is more than the complaints.
    /// </summary>
    public TrendScope Once => Scope.Slice switch
    {
        { First: Dimension.Theme } slice when Scope.FirstCode is null => new TrendScope(
            Scope.CollectionId, slice.Second is { } other ? Slice.By(other) : Slice.All, Scope.From, Scope.To)
        { FirstCode = Scope.SecondCode },
        { Second: Dimension.Theme } slice when Scope.SecondCode is null => Scope with { Slice = Slice.By(slice.First!.Value) },
        _ => Scope,
    };

    /// <summary>True when a complaint may stand in several of the series.</summary>
    public bool CountsThemes => Once != Scope;

    /// <summary>Turns stored codes into asked ones, and asked ones into stored ones.</summary>
    public (string First, string Second) Ordered(string first, string second) => IsSwapped ? (second, first) : (first, second);

    /// <summary>True for complaints that lack a theme and nothing else.</summary>
    public bool LacksThemeAlone(TrendTotal total) => Scope.Slice switch
    {
        { First: Dimension.Theme, Second: null } => total.FirstCode.Length == 0,
        { First: Dimension.Theme } => total.FirstCode.Length == 0 && total.SecondCode.Length > 0,
        _ => total.SecondCode.Length == 0 && total.FirstCode.Length > 0,
    };

    public double? SizeOf(string first, string second, IReadOnlyDictionary<string, double> sizes) =>
        HasSizes && sizes.TryGetValue(SizeDimension == Split ? first : second, out double size) ? size : null;
}
