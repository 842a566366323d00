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

    /// <summary>Turns stored codes into asked ones, and asked ones into stored ones.</summary>
    public (string First, string Second) Ordered(string first, string second) => IsSwapped ? (second, first) : (first, second);

    public double? SizeOf(string first, string second, IReadOnlyDictionary<string, double> sizes) =>
        HasSizes && sizes.TryGetValue(SizeDimension == Split ? first : second, out double size) ? size : null;
}
