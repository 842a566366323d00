using System.Linq.Expressions;
using Ingest.Store.Entities;
using Ingest.Store.PageQueries.Counts;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Trends;

/// <summary>Sums the counts by series and period, in the database: months where whole ones are asked for, else days.</summary>
public sealed class TrendsQuery(InsightsDbContext store)
{
    private const int DaysPerWeek = 7;

    /// <summary>Stands between the two codes of a series where both are compared as one text: no code holds the unit separator.</summary>
    private const string Between = "\u001F";

    /// <summary>The sums of each series over the range, largest first, equals by code.</summary>
    public async Task<IReadOnlyList<TrendTotal>> TotalsAsync(TrendScope scope, CancellationToken cancellationToken)
    {
        List<TrendTotal> totals = [];
        foreach (IQueryable<CountedPart> part in Parts(scope))
        {
            var sums = await SumsAsync(part, row => new { row.FirstCode, row.SecondCode }, cancellationToken);
            totals.AddRange(sums.Select(sum => new TrendTotal(sum.Key.FirstCode, sum.Key.SecondCode, sum.Counts)));
        }

        return [.. totals
            .GroupBy(total => (total.FirstCode, total.SecondCode))
            .Select(group => new TrendTotal(group.Key.FirstCode, group.Key.SecondCode, group.Select(total => total.Counts).Aggregate(TrendCounts.Add)))
            .OrderByDescending(total => total.Counts.Complaints)
            .ThenBy(total => total.FirstCode, StringComparer.Ordinal)
            .ThenBy(total => total.SecondCode, StringComparer.Ordinal)];
    }

    /// <summary>The sums of the given series by period; a period without a complaint has no row.</summary>
    public async Task<IReadOnlyList<TrendPoint>> PointsAsync(
        TrendScope scope, Interval interval, IReadOnlyCollection<(string First, string Second)> series, CancellationToken cancellationToken)
    {
        return interval == Interval.Week
            ? await ByWeekAsync(Of(series, Days(scope)), cancellationToken)
            : await ByMonthsAsync(Parts(scope).Select(part => Of(series, part)), interval, cancellationToken);
    }

    /// <summary>
    /// The rows of the series. The codes by themselves lead the database along its key; together they leave out the pairs that nobody asked for, which for a
    /// dozen series are most of what it would otherwise sum.
    /// </summary>
    private static IQueryable<TRow> Of<TRow>(IReadOnlyCollection<(string First, string Second)> series, IQueryable<TRow> rows)
        where TRow : CountRow
    {
        string[] firstCodes = [.. series.Select(one => one.First).Distinct(StringComparer.Ordinal)];
        string[] secondCodes = [.. series.Select(one => one.Second).Distinct(StringComparer.Ordinal)];
        rows = rows.Where(row => firstCodes.Contains(row.FirstCode) && secondCodes.Contains(row.SecondCode));
        string[] pairs = [.. series.Select(one => one.First + Between + one.Second)];
        return firstCodes.Length == 1 || secondCodes.Length == 1 ? rows : rows.Where(row => pairs.Contains(row.FirstCode + Between + row.SecondCode));
    }

    /// <summary>How many complaints of the scope have no date and so fall in no period.</summary>
    public async Task<int> UndatedAsync(TrendScope scope, CancellationToken cancellationToken)
    {
        DateOnly undated = DailyCountRow.Undated;
        return await Days(scope with { From = undated, To = undated }).SumAsync(row => row.Complaints, cancellationToken);
    }

    /// <summary>The known sizes that complaints of a dimension can be held against.</summary>
    public Task<Dictionary<string, double>> DenominatorsAsync(int collectionId, Dimension dimension, CancellationToken cancellationToken) =>
        store.KnownSizesAsync(collectionId, dimension, cancellationToken);

    private IEnumerable<IQueryable<CountedPart>> Parts(TrendScope scope)
    {
        IEnumerable<IQueryable<CountedPart>> parts = new CountedRange(store, scope.CollectionId, [scope.Slice.ToString()], scope.From, scope.To).Parts();
        parts = scope.FirstCode is { } first ? parts.Select(part => part.Where(row => row.FirstCode == first)) : parts;
        return scope.SecondCode is { } second ? parts.Select(part => part.Where(row => row.SecondCode == second)) : parts;
    }

    private IQueryable<DailyCountRow> Days(TrendScope scope)
    {
        string slice = scope.Slice.ToString();
        IQueryable<DailyCountRow> rows = store.DailyCounts.AsNoTracking()
            .Where(row => row.CollectionId == scope.CollectionId && row.Slice == slice && row.Day >= scope.From && row.Day <= scope.To);
        rows = scope.FirstCode is { } first ? rows.Where(row => row.FirstCode == first) : rows;
        return scope.SecondCode is { } second ? rows.Where(row => row.SecondCode == second) : rows;
    }

    private static async Task<IReadOnlyList<TrendPoint>> ByWeekAsync(IQueryable<DailyCountRow> rows, CancellationToken cancellationToken)
    {
        // Day number 0, 1 January of year 1, was a Monday: whole sevens of day numbers are the calendar's weeks.
        var weeks = await SumsAsync(rows, row => new { row.FirstCode, row.SecondCode, Week = row.Day.DayNumber / DaysPerWeek }, cancellationToken);
        return [.. weeks.Select(week => new TrendPoint(
            week.Key.FirstCode, week.Key.SecondCode, Period.Containing(Interval.Week, DateOnly.FromDayNumber(week.Key.Week * DaysPerWeek)), week.Counts))];
    }

    /// <summary>The database adds up the days of months cut by the range; the at most three months of a quarter, or twelve of a year, are added here.</summary>
    private static async Task<IReadOnlyList<TrendPoint>> ByMonthsAsync(IEnumerable<IQueryable<CountedPart>> parts, Interval interval, CancellationToken cancellationToken)
    {
        List<TrendPoint> months = [];
        foreach (IQueryable<CountedPart> part in parts)
        {
            var sums = await SumsAsync(part, row => new { row.FirstCode, row.SecondCode, row.Month }, cancellationToken);
            months.AddRange(sums.Select(sum => new TrendPoint(sum.Key.FirstCode, sum.Key.SecondCode, Period.Containing(interval, sum.Key.Month), sum.Counts)));
        }

        return [.. months
            .GroupBy(month => (month.FirstCode, month.SecondCode, month.Period))
            .Select(group => new TrendPoint(
                group.Key.FirstCode, group.Key.SecondCode, group.Key.Period, group.Select(month => month.Counts).Aggregate(TrendCounts.Add)))];
    }

    private static Task<List<Sums<TKey>>> SumsAsync<TRow, TKey>(IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, CancellationToken cancellationToken)
        where TRow : CountRow => rows
        .GroupBy(key)
        .Select(group => new Sums<TKey>(group.Key, new TrendCounts
        {
            Complaints = group.Sum(row => row.Complaints),
            Distinct = group.Sum(row => row.Distinct),
            Answered = group.Sum(row => row.Answered),
            AnsweredInTime = group.Sum(row => row.AnsweredInTime),
            WithFinding = group.Sum(row => row.WithFinding),
            Upheld = group.Sum(row => row.Upheld),
        }))
        .ToListAsync(cancellationToken);

    private sealed record Sums<TKey>(TKey Key, TrendCounts Counts);
}
