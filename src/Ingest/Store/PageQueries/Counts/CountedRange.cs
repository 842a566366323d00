using Ingest.Store.Counting;
using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Counts;

/// <summary>
/// The counts of some slices between two days in at most three queries that do not overlap: the months, and the days at either end that fill no month.
/// Each is summed by itself in the database, and the few sums are added here.
/// </summary>
internal sealed class CountedRange(InsightsDbContext store, int collectionId, IReadOnlyCollection<string> slices, DateOnly from, DateOnly to)
{
    private readonly string[] slices = [.. slices];

    public IReadOnlyList<IQueryable<CountedPart>> Parts()
    {
        MonthSpan span = MonthSpan.Between(from, to);
        List<IQueryable<CountedPart>> parts = [.. span.Edges.Select(edge => Days(edge.From, edge.To))];
        if (span.HasMonths)
        {
            parts.Add(Months(span.FirstMonth, span.LastMonth));
        }

        return parts;
    }

    private IQueryable<CountedPart> Months(DateOnly first, DateOnly last) => Counted()
        .Where(row => row.Month >= first && row.Month <= last)
        .Select(row => new CountedPart
        {
            Slice = row.Slice,
            FirstCode = row.FirstCode,
            SecondCode = row.SecondCode,
            Month = row.Month,
            Complaints = row.Complaints,
            Distinct = row.Distinct,
            Answered = row.Answered,
            AnsweredInTime = row.AnsweredInTime,
            WithFinding = row.WithFinding,
            Upheld = row.Upheld,
        });

    /// <summary>
    /// Some days of one month. The month's rows say which series there are, and the key of the daily counts leads from each to its few days; by the day
    /// alone the database would read the days of every slice.
    /// </summary>
    private IQueryable<CountedPart> Days(DateOnly first, DateOnly last)
    {
        DateOnly cut = MonthSpan.MonthOf(first);
        return from month in Counted().Where(row => row.Month == cut)
               join day in store.DailyCounts.Where(row => row.Day >= first && row.Day <= last)
                   on new { month.CollectionId, month.Slice, month.FirstCode, month.SecondCode }
                   equals new { day.CollectionId, day.Slice, day.FirstCode, day.SecondCode }
               select new CountedPart
               {
                   Slice = month.Slice,
                   FirstCode = month.FirstCode,
                   SecondCode = month.SecondCode,
                   Month = month.Month,
                   Complaints = day.Complaints,
                   Distinct = day.Distinct,
                   Answered = day.Answered,
                   AnsweredInTime = day.AnsweredInTime,
                   WithFinding = day.WithFinding,
                   Upheld = day.Upheld,
               };
    }

    private IQueryable<MonthlyCountRow> Counted()
    {
        IQueryable<MonthlyCountRow> rows = store.MonthlyCounts.AsNoTracking().Where(row => row.CollectionId == collectionId);
        string only = slices.Length == 1 ? slices[0] : "";
        return slices.Length == 1 ? rows.Where(row => row.Slice == only) : rows.Where(row => slices.Contains(row.Slice));
    }
}
