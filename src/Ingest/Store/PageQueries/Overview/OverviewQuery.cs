using Ingest.Store.PageQueries.Counts;
using Ingest.Store.PageQueries.Trends;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Overview;

/// <summary>The totals of the overview, from the counts alone.</summary>
public sealed class OverviewQuery(InsightsDbContext store, TrendsQuery trends)
{
    public async Task<OverviewTotals> TotalsAsync(
        int collectionId, IReadOnlyList<Dimension> usedDimensions, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        TrendScope year = new(collectionId, Slice.All, from, to);
        TrendCounts totals = (await trends.TotalsAsync(year, cancellationToken)).Select(total => total.Counts).Aggregate(TrendCounts.None, TrendCounts.Add);
        return new OverviewTotals
        {
            Complaints = totals.Complaints,
            Distinct = totals.Distinct,
            Answered = totals.Answered,
            AnsweredInTime = totals.AnsweredInTime,
            WithFinding = totals.WithFinding,
            Upheld = totals.Upheld,
            Missing = await MissingAsync(year, usedDimensions, cancellationToken),
        };
    }

    /// <summary>Only dimensions that the collection uses: one in which every complaint is empty is not "missing", the source has no such field.</summary>
    private async Task<IReadOnlyList<MissingCount>> MissingAsync(TrendScope year, IReadOnlyList<Dimension> usedDimensions, CancellationToken cancellationToken)
    {
        string[] slices = [.. usedDimensions.Select(dimension => Slice.By(dimension).ToString())];
        Dictionary<string, int> missing = slices.ToDictionary(slice => slice, _ => 0, StringComparer.Ordinal);
        foreach (IQueryable<CountedPart> part in new CountedRange(store, year.CollectionId, slices, year.From, year.To).Parts())
        {
            var sums = await part.Where(row => row.FirstCode == "")
                .GroupBy(row => row.Slice)
                .Select(group => new { Slice = group.Key, Complaints = group.Sum(row => row.Complaints) })
                .ToListAsync(cancellationToken);
            sums.ForEach(sum => missing[sum.Slice] += sum.Complaints);
        }

        return [.. usedDimensions.Select(dimension => new MissingCount(dimension, missing[Slice.By(dimension).ToString()]))];
    }
}
