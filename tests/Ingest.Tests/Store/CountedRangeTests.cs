using System.Globalization;
using Ingest.Store;
using Ingest.Store.Counting;
using Ingest.Store.Entities;
using Ingest.Store.PageQueries.Complaints;
using Ingest.Store.PageQueries.Trends;
using Ingest.Tests.Importing;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Store;

/// <summary>Sums over months and the days at their ends say what a sum over the days says, wherever the range begins and ends.</summary>
public sealed class CountedRangeTests
{
    private static readonly DateOnly FirstDay = new(2024, 11, 20);
    private static readonly Slice Pair = Slice.By(Dimension.Theme, Dimension.Organisation);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task SumsOfAnyRange_EqualThoseOfItsDays(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);
        Random random = new(20261129);
        await body.ImportAsync(body.Write("1.csv", [MadeUpBody.Header, .. Enumerable.Range(0, 300).Select(row => RandomLine(random, row))]));
        await using InsightsDbContext store = body.Store.Open();
        List<DailyCountRow> days = await store.DailyCounts.AsNoTracking().ToListAsync();
        int collection = days[0].CollectionId;
        foreach ((DateOnly from, DateOnly to) in Ranges(random))
        {
            TrendScope scope = new(collection, Pair, from, to);
            DailyCountRow[] within = [.. days.Where(day => day.Slice == Pair.ToString() && day.Day >= from && day.Day <= to)];
            await AssertTotalsAsync(store, scope, within);
            await AssertPointsAsync(store, scope, within);
            await AssertFacetsAsync(store, options: body.Store.Options, days, from, to);
        }
    }

    [Fact]
    public void Span_CoversEachDayOnce()
    {
        Random random = new(7);
        foreach ((DateOnly from, DateOnly to) in Ranges(random))
        {
            MonthSpan span = MonthSpan.Between(from, to);
            List<DateOnly> covered = [.. span.Edges.SelectMany(edge => Days(edge.From, edge.To))];
            if (span.HasMonths)
            {
                covered.AddRange(Days(span.FirstMonth, MonthSpan.LastDayOf(span.LastMonth)));
            }

            covered.Order().ShouldBe(Days(from, to));
            span.Edges.ShouldAllBe(edge => MonthSpan.MonthOf(edge.From) == MonthSpan.MonthOf(edge.To));
        }
    }

    [Fact]
    public void SpanOfAllDays_HasNoEdges()
    {
        MonthSpan span = MonthSpan.Between(DateOnly.MinValue, DateOnly.MaxValue);

        span.Edges.ShouldBeEmpty();
        (span.FirstMonth, span.LastMonth).ShouldBe((new DateOnly(1, 1, 1), new DateOnly(9999, 12, 1)));
        MonthSpan.Between(new DateOnly(2025, 2, 2), new DateOnly(2025, 2, 1)).ShouldSatisfyAllConditions(empty => empty.HasMonths.ShouldBeFalse(), empty => empty.Edges.ShouldBeEmpty());
    }

    private static async Task AssertTotalsAsync(InsightsDbContext store, TrendScope scope, IEnumerable<DailyCountRow> within)
    {
        IReadOnlyList<TrendTotal> totals = await new TrendsQuery(store).TotalsAsync(scope, CancellationToken.None);
        totals.Select(total => $"{total.FirstCode}|{total.SecondCode}|{Text(total.Counts)}").Order(StringComparer.Ordinal)
            .ShouldBe(within.GroupBy(day => (day.FirstCode, day.SecondCode)).Select(group => $"{group.Key.FirstCode}|{group.Key.SecondCode}|{Text(Sum(group))}").Order(StringComparer.Ordinal));
    }

    private static async Task AssertPointsAsync(InsightsDbContext store, TrendScope scope, DailyCountRow[] within)
    {
        // Not every pair of the codes: the others must stay out.
        (string First, string Second)[] series = [("noise", "Old Bridge"), ("noise", ""), ("", "Old Bridge"), ("", "New Bridge"), ("", "")];
        foreach (Interval interval in Enum.GetValues<Interval>())
        {
            IReadOnlyList<TrendPoint> points = await new TrendsQuery(store).PointsAsync(scope, interval, series, CancellationToken.None);
            points.Select(point => $"{point.FirstCode}|{point.SecondCode}|{point.Period}|{Text(point.Counts)}").Order(StringComparer.Ordinal)
                .ShouldBe(within
                    .Where(day => series.Contains((day.FirstCode, day.SecondCode)))
                    .GroupBy(day => (day.FirstCode, day.SecondCode, Period: Period.Containing(interval, day.Day)))
                    .Select(group => $"{group.Key.FirstCode}|{group.Key.SecondCode}|{group.Key.Period}|{Text(Sum(group))}")
                    .Order(StringComparer.Ordinal));
        }
    }

    private static async Task AssertFacetsAsync(InsightsDbContext store, StorageOptions options, List<DailyCountRow> days, DateOnly from, DateOnly to)
    {
        ComplaintFilter filter = new(days[0].CollectionId) { From = from, To = to };
        ComplaintsQuery query = new(store, options);
        DailyCountRow[] within = [.. days.Where(day => day.Day >= from && day.Day <= to)];
        ComplaintFacets facets = await query.FacetsAsync(filter, CancellationToken.None);

        foreach (FacetCount facet in facets.Counts)
        {
            facet.Complaints.ShouldBe(within.Where(day => day.Slice == Slice.By(facet.Dimension).ToString() && day.FirstCode == facet.Code).Sum(day => day.Complaints));
        }

        (await query.CountAsync(filter, CancellationToken.None)).Complaints.ShouldBe(within.Where(day => day.Slice == "all").Sum(day => day.Complaints));
        ComplaintFilter locks = filter with { Included = [new FacetValue(Dimension.BusinessArea, "locks")] };
        (await query.CountAsync(locks, CancellationToken.None)).Complaints.ShouldBe(
            within.Where(day => day.Slice == "BusinessArea" && day.FirstCode == "locks").Sum(day => day.Complaints));
    }

    private static IEnumerable<(DateOnly From, DateOnly To)> Ranges(Random random)
    {
        yield return (new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 31));
        yield return (new DateOnly(2025, 1, 1), new DateOnly(2025, 3, 31));
        yield return (new DateOnly(2025, 1, 31), new DateOnly(2025, 2, 1));
        yield return (new DateOnly(2024, 1, 1), new DateOnly(2026, 12, 31));
        for (int range = 0; range < 12; range++)
        {
            DateOnly from = FirstDay.AddDays(random.Next(140));
            yield return (from, from.AddDays(random.Next(120)));
        }
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to) => Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays);

    private static TrendCounts Sum(IEnumerable<DailyCountRow> days) => days.Select(day => new TrendCounts
    {
        Complaints = day.Complaints,
        Distinct = day.Distinct,
        Answered = day.Answered,
        AnsweredInTime = day.AnsweredInTime,
        WithFinding = day.WithFinding,
        Upheld = day.Upheld,
    }).Aggregate(TrendCounts.Add);

    private static string Text(TrendCounts counts) =>
        FormattableString.Invariant($"{counts.Complaints} {counts.Distinct} {counts.Answered} {counts.AnsweredInTime} {counts.WithFinding} {counts.Upheld}");

    private static string RandomLine(Random random, int row)
    {
        string opened = random.Next(10) == 0 ? "" : FirstDay.AddDays(random.Next(150)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string answered = random.Next(2) == 0 ? "" : FirstDay.AddDays(random.Next(170)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return string.Join(';', [
            $"R{row}", opened, answered, Pick(random, "", "locks", "moorings"), Pick(random, "", "noise", "noise|litter"), Pick(random, "", "Old Bridge", "New Bridge"),
            "", Pick(random, "", "Yes", "No"), "", ""]);
    }

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
