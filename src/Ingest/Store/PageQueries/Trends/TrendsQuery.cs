using Ingest.Store.Entities;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Trends;

/// <summary>Sums the daily counts by series and period, in the database.</summary>
public sealed class TrendsQuery(InsightsDbContext store)
{
    private const int DaysPerWeek = 7;

    /// <summary>The sums of each series over the range, largest first, equals by code.</summary>
    public async Task<IReadOnlyList<TrendTotal>> TotalsAsync(TrendScope scope, CancellationToken cancellationToken)
    {
        List<TrendTotal> totals = await Rows(scope)
            .GroupBy(row => new { row.FirstCode, row.SecondCode })
            .Select(group => new TrendTotal(group.Key.FirstCode, group.Key.SecondCode, new TrendCounts
            {
                Complaints = group.Sum(row => row.Complaints),
                Distinct = group.Sum(row => row.Distinct),
                Answered = group.Sum(row => row.Answered),
                AnsweredInTime = group.Sum(row => row.AnsweredInTime),
                WithFinding = group.Sum(row => row.WithFinding),
                Upheld = group.Sum(row => row.Upheld),
            }))
            .ToListAsync(cancellationToken);

        return [.. totals
            .OrderByDescending(total => total.Counts.Complaints)
            .ThenBy(total => total.FirstCode, StringComparer.Ordinal)
            .ThenBy(total => total.SecondCode, StringComparer.Ordinal)];
    }

    /// <summary>The sums of the given series by period; a period without a complaint has no row.</summary>
    public async Task<IReadOnlyList<TrendPoint>> PointsAsync(
        TrendScope scope, Interval interval, IReadOnlyCollection<string> firstCodes, IReadOnlyCollection<string> secondCodes, CancellationToken cancellationToken)
    {
        IQueryable<DailyCountRow> rows = Rows(scope).Where(row => firstCodes.Contains(row.FirstCode) && secondCodes.Contains(row.SecondCode));
        return interval == Interval.Week
            ? await ByWeekAsync(rows, cancellationToken)
            : await ByMonthsAsync(rows, interval, cancellationToken);
    }

    /// <summary>How many complaints of the scope have no date and so fall in no period.</summary>
    public async Task<int> UndatedAsync(TrendScope scope, CancellationToken cancellationToken)
    {
        DateOnly undated = DailyCountRow.Undated;
        return await Rows(scope with { From = undated, To = undated }).SumAsync(row => row.Complaints, cancellationToken);
    }

    /// <summary>The known sizes that complaints of a dimension can be held against.</summary>
    public async Task<IReadOnlyDictionary<string, double>> DenominatorsAsync(int collectionId, Dimension dimension, CancellationToken cancellationToken)
    {
        string name = dimension.ToString();
        return await store.Denominators.AsNoTracking()
            .Where(row => row.CollectionId == collectionId && row.Dimension == name && row.Size > 0)
            .ToDictionaryAsync(row => row.Code, row => row.Size, StringComparer.Ordinal, cancellationToken);
    }

    private IQueryable<DailyCountRow> Rows(TrendScope scope)
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
        var weeks = await rows
            .GroupBy(row => new { row.FirstCode, row.SecondCode, Week = row.Day.DayNumber / DaysPerWeek })
            .Select(group => new
            {
                group.Key.FirstCode,
                group.Key.SecondCode,
                group.Key.Week,
                Counts = new TrendCounts
                {
                    Complaints = group.Sum(row => row.Complaints),
                    Distinct = group.Sum(row => row.Distinct),
                    Answered = group.Sum(row => row.Answered),
                    AnsweredInTime = group.Sum(row => row.AnsweredInTime),
                    WithFinding = group.Sum(row => row.WithFinding),
                    Upheld = group.Sum(row => row.Upheld),
                },
            })
            .ToListAsync(cancellationToken);
        return [.. weeks.Select(week => new TrendPoint(
            week.FirstCode, week.SecondCode, Period.Containing(Interval.Week, DateOnly.FromDayNumber(week.Week * DaysPerWeek)), week.Counts))];
    }

    /// <summary>Sums by month in the database; the at most three months of a quarter, or twelve of a year, are added here.</summary>
    private static async Task<IReadOnlyList<TrendPoint>> ByMonthsAsync(IQueryable<DailyCountRow> rows, Interval interval, CancellationToken cancellationToken)
    {
        var months = await rows
            .GroupBy(row => new { row.FirstCode, row.SecondCode, row.Day.Year, row.Day.Month })
            .Select(group => new
            {
                group.Key.FirstCode,
                group.Key.SecondCode,
                group.Key.Year,
                group.Key.Month,
                Counts = new TrendCounts
                {
                    Complaints = group.Sum(row => row.Complaints),
                    Distinct = group.Sum(row => row.Distinct),
                    Answered = group.Sum(row => row.Answered),
                    AnsweredInTime = group.Sum(row => row.AnsweredInTime),
                    WithFinding = group.Sum(row => row.WithFinding),
                    Upheld = group.Sum(row => row.Upheld),
                },
            })
            .ToListAsync(cancellationToken);
        return [.. months
            .GroupBy(month => (month.FirstCode, month.SecondCode, Period: Period.Containing(interval, new DateOnly(month.Year, month.Month, 1))))
            .Select(group => new TrendPoint(
                group.Key.FirstCode, group.Key.SecondCode, group.Key.Period, group.Select(month => month.Counts).Aggregate(TrendCounts.Add)))];
    }
}
