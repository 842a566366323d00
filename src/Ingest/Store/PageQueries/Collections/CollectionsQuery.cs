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
            .Select(group => new
            {
                First = group.Min(row => row.Day),
                Newest = group.Max(row => row.Day),
                Complaints = group.Sum(row => row.Complaints),
                Answered = group.Sum(row => row.Answered),
                WithFinding = group.Sum(row => row.WithFinding),
            })
            .SingleOrDefaultAsync(cancellationToken);
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
            Answered = dated?.Answered ?? 0,
            WithFinding = dated?.WithFinding ?? 0,
            UsedDimensions = await UsedDimensionsAsync(collectionId, cancellationToken),
            FirstDay = dated?.First,
            NewestDay = dated?.Newest,
            NewestFile = import?.FileName,
            ImportedAtUtc = import?.FinishedAtUtc,
            AnalysedAtUtc = analysis?.FinishedAtUtc,
            AsOf = analysis?.AsOf ?? dated?.Newest,
            ModelVersion = analysis?.ModelVersion,
        };
    }

    /// <summary>Asks for one code of each dimension: the key of the counts finds it without reading them.</summary>
    private async Task<IReadOnlyList<Dimension>> UsedDimensionsAsync(int collectionId, CancellationToken cancellationToken)
    {
        IQueryable<string> found = Enum.GetValues<Dimension>()
            .Select(dimension => Slice.By(dimension).ToString())
            .Select(slice => store.MonthlyCounts.Where(row => row.CollectionId == collectionId && row.Slice == slice && string.Compare(row.FirstCode, "") > 0)
                .OrderBy(row => row.FirstCode).Select(row => row.Slice).Take(1))
            .Aggregate((left, right) => left.Concat(right));
        HashSet<string> used = [.. await found.ToListAsync(cancellationToken)];
        return [.. Enum.GetValues<Dimension>().Where(dimension => used.Contains(Slice.By(dimension).ToString()))];
    }
}
