using Dashboard.Charts;
using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Trends;
using Insights.Complaints;

namespace Dashboard.Pages.Trends;

/// <summary>Reads the counts for a request and computes its measure: the one way to a number for the page, the CSV and the API.</summary>
public sealed class TrendReportBuilder(TrendsQuery query)
{
    /// <summary>How many series are drawn beside each other. More than a dozen charts are not compared by anyone; the table has them all.</summary>
    public const int MostDrawn = 12;

    /// <param name="collection">Whose complaints.</param>
    /// <param name="request">What to show.</param>
    /// <param name="mostDrawn">How many series get their periods, the largest first.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<TrendReport> BuildAsync(CollectionContext collection, TrendRequest request, int mostDrawn, CancellationToken cancellationToken)
    {
        TrendPlan plan = TrendPlan.For(collection, request);
        IReadOnlyList<TrendTotal> totals = await query.TotalsAsync(plan.Scope, cancellationToken);
        IReadOnlyList<TrendTotal> once = plan.CountsThemes ? await query.TotalsAsync(plan.Once, cancellationToken) : totals;
        IReadOnlyDictionary<Period, int> allByPeriod = await AllByPeriodAsync(collection, request, cancellationToken);
        IReadOnlyDictionary<string, double> sizes = plan.HasSizes
            ? await query.DenominatorsAsync(collection.Id, collection.Definition.Denominator!.Dimension, cancellationToken)
            : new Dictionary<string, double>(StringComparer.Ordinal);

        int all = allByPeriod.Values.Sum();
        List<TrendSeries> series = [.. totals.Select(total => Series(collection, request, plan, total, all, sizes))];
        if (series.Count == 0)
        {
            series.Add(Series(collection, request, plan, new TrendTotal(request.Only ?? "", request.ThenOnly ?? "", TrendCounts.None), all, sizes));
        }

        series = [.. Ranked(series, request.Measure)];
        IReadOnlyList<Period> periods = Periods(request);
        await DrawAsync(collection, request, plan, series, periods, allByPeriod, mostDrawn, cancellationToken);
        return new TrendReport
        {
            Request = request,
            MeasureTitle = TrendMeasures.Title(request.Measure, collection),
            Format = TrendMeasures.Format(request.Measure),
            Periods = periods,
            Target = TrendMeasures.Target(request.Measure, collection),
            Series = series,
            AllComplaints = all,
            Undated = await query.UndatedAsync(plan.Once, cancellationToken),
            Counted = once.Select(one => one.Counts).Aggregate(TrendCounts.None, TrendCounts.Add),
            CountsThemes = plan.CountsThemes,
            WithoutCode = request.Split is null ? 0 : WithoutCode(plan, totals, once),
            WithoutSize = plan.HasSizes ? WithoutSize(plan, once, sizes) : null,
        };
    }

    /// <summary>Complaints that lack a code of the split, each once: those without a theme stand in one series, those without another code in as many as they have themes.</summary>
    private static int WithoutCode(TrendPlan plan, IReadOnlyList<TrendTotal> totals, IReadOnlyList<TrendTotal> once)
    {
        bool isMissing(TrendTotal total) => total.FirstCode.Length == 0 || (total.SecondCode.Length == 0 && plan.Scope.Slice.Second is not null);
        if (!plan.CountsThemes)
        {
            return totals.Where(isMissing).Sum(total => total.Counts.Complaints);
        }

        int withoutOther = plan.Once.Slice == Slice.All ? 0 : once.Where(total => total.FirstCode.Length == 0).Sum(total => total.Counts.Complaints);
        return withoutOther + totals.Where(total => plan.LacksThemeAlone(total)).Sum(total => total.Counts.Complaints);
    }

    private static int WithoutSize(TrendPlan plan, IReadOnlyList<TrendTotal> once, IReadOnlyDictionary<string, double> sizes) => once
        .Where(total => !sizes.ContainsKey(plan.Once.Slice.First == plan.SizeDimension ? total.FirstCode : total.SecondCode))
        .Sum(total => total.Counts.Complaints);

    /// <summary>The codes of a dimension that occur between two days, with their names, to choose one from; "not recorded" comes last.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> ChoicesAsync(
        CollectionContext collection, Dimension dimension, TrendRequest request, CancellationToken cancellationToken)
    {
        TrendScope scope = new(collection.Id, Slice.By(dimension), request.From, request.To);
        IReadOnlyList<TrendTotal> totals = await query.TotalsAsync(scope, cancellationToken);
        return [.. totals
            .Select(total => KeyValuePair.Create(total.FirstCode, collection.TitleOf(dimension, total.FirstCode)))
            .OrderBy(pair => pair.Key.Length == 0)
            .ThenBy(pair => pair.Value, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Codes first, "not recorded" last; a rate ranks by itself, everything else by the number of complaints.</summary>
    private static IEnumerable<TrendSeries> Ranked(IEnumerable<TrendSeries> series, TrendMeasure measure) => series
        .OrderBy(one => one.IsMissingCode && one.Name.Length > 0)
        .ThenByDescending(one => measure == TrendMeasure.Rate ? one.Value ?? -1 : one.Total.Complaints)
        .ThenBy(one => one.Name, StringComparer.Ordinal);

    private static TrendSeries Series(
        CollectionContext collection, TrendRequest request, TrendPlan plan, TrendTotal total, int all, IReadOnlyDictionary<string, double> sizes)
    {
        (string first, string second) = plan.Ordered(total.FirstCode, total.SecondCode);
        double? size = plan.SizeOf(first, second, sizes);
        return new TrendSeries
        {
            FirstCode = first,
            SecondCode = second,
            HasSecondCode = request.Then is not null,
            Name = NameOf(collection, request, first, second),
            Total = total.Counts,
            Size = size,
            Value = TrendMeasures.Value(request.Measure, total.Counts, all, size, collection.Definition.Denominator),
            Base = TrendMeasures.Base(request.Measure, total.Counts, all),
        };
    }

    private static string NameOf(CollectionContext collection, TrendRequest request, string first, string second) => (request.Split, request.Then) switch
    {
        (null, _) => "All complaints",
        ({ } split, null) => collection.TitleOf(split, first),
        ({ }, { } then) when request.Only is not null => collection.TitleOf(then, second),
        ({ } split, { }) when request.ThenOnly is not null => collection.TitleOf(split, first),
        ({ } split, { } then) => $"{collection.TitleOf(split, first)}: {collection.TitleOf(then, second)}",
    };

    private static List<Period> Periods(TrendRequest request)
    {
        List<Period> periods = [];
        for (Period period = Period.Containing(request.Interval, request.From); period.Start <= request.To; period = period.Next)
        {
            periods.Add(period);
        }

        return periods;
    }

    private async Task<IReadOnlyDictionary<Period, int>> AllByPeriodAsync(CollectionContext collection, TrendRequest request, CancellationToken cancellationToken)
    {
        TrendScope scope = new(collection.Id, Slice.All, request.From, request.To);
        return (await query.PointsAsync(scope, request.Interval, [("", "")], cancellationToken)).ToDictionary(point => point.Period, point => point.Counts.Complaints);
    }

    private async Task DrawAsync(
        CollectionContext collection, TrendRequest request, TrendPlan plan, List<TrendSeries> series, IReadOnlyList<Period> periods,
        IReadOnlyDictionary<Period, int> allByPeriod, int mostDrawn, CancellationToken cancellationToken)
    {
        int drawn = Math.Min(mostDrawn, series.Count);
        (string First, string Second)[] stored = [.. series.Take(drawn).Select(one => plan.Ordered(one.FirstCode, one.SecondCode))];
        IReadOnlyList<TrendPoint> points = await query.PointsAsync(plan.Scope, request.Interval, stored, cancellationToken);
        Dictionary<(string, string, Period), TrendCounts> counts = points.ToDictionary(point => (point.FirstCode, point.SecondCode, point.Period), point => point.Counts);

        for (int index = 0; index < drawn; index++)
        {
            TrendSeries one = series[index];
            (string first, string second) = stored[index];
            TrendCounts[] byPeriod = [.. periods.Select(period => counts.GetValueOrDefault((first, second, period), TrendCounts.None))];
            series[index] = one with
            {
                Counts = byPeriod,
                Points = [.. periods.Select((period, place) => new ChartPoint(
                    period,
                    TrendMeasures.Value(request.Measure, byPeriod[place], allByPeriod.GetValueOrDefault(period), one.Size, collection.Definition.Denominator))
                {
                    IsPartial = IsPartial(collection, request, period),
                })],
            };
        }
    }

    /// <summary>A period is partial when the range cuts it or the source has not reported all of it yet.</summary>
    private static bool IsPartial(CollectionContext collection, TrendRequest request, Period period) =>
        period.Start < request.From || period.End > request.To || period.End >= collection.IncompleteFrom;
}
