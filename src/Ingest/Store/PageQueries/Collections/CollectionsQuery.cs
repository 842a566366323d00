using Ingest.Store.Entities;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Collections;

/// <summary>The collections, and where the numbers of one came from.</summary>
public sealed class CollectionsQuery(InsightsDbContext store)
{
    private static readonly string AllSlice = Slice.All.ToString();

    public async Task<IReadOnlyList<CollectionListing>> ListAsync(CancellationToken cancellationToken) =>
        await store.Collections.AsNoTracking()
            .OrderBy(row => row.Id)
            .Select(row => new CollectionListing(row.Id, row.Name, row.Title, row.ProfileName, row.TaxonomyVersion, row.CountedSlices))
            .ToListAsync(cancellationToken);

    public async Task<SourceInformation> SourceAsync(int collectionId, CancellationToken cancellationToken)
    {
        IQueryable<DailyCountRow> days = store.DailyCounts.AsNoTracking().Where(row => row.CollectionId == collectionId && row.Slice == AllSlice);
        var dated = await days.Where(row => row.Day != DailyCountRow.Undated)
            .GroupBy(row => 1)
            .Select(group => new { First = group.Min(row => row.Day), Newest = group.Max(row => row.Day), Complaints = group.Sum(row => row.Complaints) })
            .FirstOrDefaultAsync(cancellationToken);
        int undated = await days.Where(row => row.Day == DailyCountRow.Undated).SumAsync(row => row.Complaints, cancellationToken);

        var import = await store.ImportBatches.AsNoTracking()
            .Where(row => row.CollectionId == collectionId && row.State == ImportState.Finished)
            .OrderByDescending(row => row.Id)
            .Select(row => new { row.FileName, row.FinishedAtUtc })
            .FirstOrDefaultAsync(cancellationToken);
        var analysis = await store.AnalysisRuns.AsNoTracking()
            .OrderByDescending(row => row.Id)
            .Select(row => new { row.FinishedAtUtc, row.AsOf, row.ModelVersion })
            .FirstOrDefaultAsync(cancellationToken);

        return new SourceInformation
        {
            Complaints = (dated?.Complaints ?? 0) + undated,
            Undated = undated,
            FirstDay = dated?.First,
            NewestDay = dated?.Newest,
            NewestFile = import?.FileName,
            ImportedAtUtc = import?.FinishedAtUtc,
            AnalysedAtUtc = analysis?.FinishedAtUtc,
            AsOf = analysis?.AsOf ?? dated?.Newest,
            ModelVersion = analysis?.ModelVersion,
        };
    }
}
