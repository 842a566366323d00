using Ingest.Store.Entities;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Overview;

/// <summary>The totals of the overview, from the daily counts alone.</summary>
public sealed class OverviewQuery(InsightsDbContext store)
{
    private static readonly string AllSlice = Slice.All.ToString();

    public async Task<OverviewTotals> TotalsAsync(
        int collectionId, IReadOnlyList<Dimension> usedDimensions, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        IQueryable<DailyCountRow> days = store.DailyCounts.AsNoTracking()
            .Where(row => row.CollectionId == collectionId && row.Day >= from && row.Day <= to);
        var totals = await days.Where(row => row.Slice == AllSlice)
            .GroupBy(row => 1)
            .Select(group => new
            {
                Complaints = group.Sum(row => row.Complaints),
                Distinct = group.Sum(row => row.Distinct),
                Answered = group.Sum(row => row.Answered),
                AnsweredInTime = group.Sum(row => row.AnsweredInTime),
                WithFinding = group.Sum(row => row.WithFinding),
                Upheld = group.Sum(row => row.Upheld),
            })
            .FirstOrDefaultAsync(cancellationToken);

        return new OverviewTotals
        {
            Complaints = totals?.Complaints ?? 0,
            Distinct = totals?.Distinct ?? 0,
            Answered = totals?.Answered ?? 0,
            AnsweredInTime = totals?.AnsweredInTime ?? 0,
            WithFinding = totals?.WithFinding ?? 0,
            Upheld = totals?.Upheld ?? 0,
            Missing = await MissingAsync(days, usedDimensions, cancellationToken),
        };
    }

    /// <summary>Only dimensions that the collection uses: one in which every complaint is empty is not "missing", the source has no such field.</summary>
    private static async Task<IReadOnlyList<MissingCount>> MissingAsync(
        IQueryable<DailyCountRow> days, IReadOnlyList<Dimension> usedDimensions, CancellationToken cancellationToken)
    {
        string[] slices = [.. usedDimensions.Select(dimension => Slice.By(dimension).ToString())];
        Dictionary<string, int> missing = await days.Where(row => slices.Contains(row.Slice) && row.FirstCode == "")
            .GroupBy(row => row.Slice)
            .Select(group => new { Slice = group.Key, Complaints = group.Sum(row => row.Complaints) })
            .ToDictionaryAsync(sum => sum.Slice, sum => sum.Complaints, StringComparer.Ordinal, cancellationToken);
        return [.. usedDimensions.Select(dimension => new MissingCount(dimension, missing.GetValueOrDefault(Slice.By(dimension).ToString())))];
    }
}
