using Ingest.Clocks;
using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Imports;

/// <summary>The imports, newest first, and the rows each refused.</summary>
public sealed class ImportsQuery(InsightsDbContext store)
{
    public async Task<IReadOnlyList<ImportListing>> ListAsync(int skip, int take, CancellationToken cancellationToken) =>
        await (from batch in store.ImportBatches.AsNoTracking()
               join collection in store.Collections on batch.CollectionId equals collection.Id
               orderby batch.Id descending
               select new ImportListing(
                   batch.Id, batch.FileName, collection.Title, batch.StartedAtUtc, batch.State,
                   batch.Read, batch.Accepted, batch.Duplicates, batch.Updated, batch.Quarantined))
            .Skip(skip).Take(take).ToListAsync(cancellationToken);

    public async Task<int> CountAsync(CancellationToken cancellationToken) => await store.ImportBatches.CountAsync(cancellationToken);

    public async Task<long> NewestIdAsync(CancellationToken cancellationToken) =>
        await store.ImportBatches.MaxAsync(batch => (long?)batch.Id, cancellationToken) ?? 0;

    public async Task<ImportDetail?> FindAsync(long id, CancellationToken cancellationToken) =>
        await (from batch in store.ImportBatches.AsNoTracking()
               join collection in store.Collections on batch.CollectionId equals collection.Id
               where batch.Id == id
               select new ImportDetail(batch, collection.Name, collection.Title))
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>The first import that began after the given one, if any: what an upload, or the first file in it, became.</summary>
    public async Task<long?> FirstAfterAsync(long id, string fileName, CancellationToken cancellationToken) =>
        await store.ImportBatches.AsNoTracking()
            .Where(batch => batch.Id > id && (batch.FileName == fileName || batch.FileName.StartsWith(fileName + "/")))
            .OrderBy(batch => batch.Id)
            .Select(batch => (long?)batch.Id)
            .FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<QuarantineListing>> QuarantineAsync(long importId, int skip, int take, CancellationToken cancellationToken) =>
        await Quarantined(importId).Skip(skip).Take(take).ToListAsync(cancellationToken);

    /// <summary>How many rows of an import are still to be corrected. The same bad rows of the same file are listed once, under its newest import.</summary>
    public async Task<int> CountQuarantinedAsync(long importId, CancellationToken cancellationToken) => await Quarantined(importId).CountAsync(cancellationToken);

    public async Task<ImportUndoRow?> FindUndoAsync(long importId, CancellationToken cancellationToken) =>
        await store.ImportUndos.AsNoTracking().SingleOrDefaultAsync(undo => undo.ImportBatchId == importId, cancellationToken);

    /// <summary>What undoing an import would do: complaints that stand as it left them, and how many of those another import had brought before.</summary>
    public async Task<(int Complaints, int Restored)> UndoScopeAsync(long importId, CancellationToken cancellationToken)
    {
        IQueryable<ComplaintRow> complaints = store.Complaints.Where(complaint => complaint.ImportBatchId == importId);
        int restored = await complaints.CountAsync(
            complaint => store.ComplaintVersions.Any(version => version.ComplaintId == complaint.Id && version.ImportBatchId != importId), cancellationToken);
        return (await complaints.CountAsync(cancellationToken), restored);
    }

    /// <summary>What the dates of an import's complaints say of their remit.</summary>
    public async Task<ReferralAccount> ReferralsAsync(long importId, CancellationToken cancellationToken)
    {
        // Grouped by the column as it stands: the index on it is read then, and no complaint.
        Dictionary<string, int> counts = await store.Complaints.AsNoTracking()
            .Where(complaint => complaint.ImportBatchId == importId)
            .GroupBy(complaint => complaint.RemitByDates)
            .Select(group => new { group.Key, Complaints = group.Count() })
            .ToDictionaryAsync(group => group.Key ?? "", group => group.Complaints, StringComparer.Ordinal, cancellationToken);
        return new ReferralAccount(
            counts.GetValueOrDefault(RemitByDates.InTime), counts.GetValueOrDefault(RemitByDates.NoFinalResponse), counts.GetValueOrDefault(RemitByDates.OutOfTime),
            counts.GetValueOrDefault(""));
    }

    public IAsyncEnumerable<QuarantineListing> AllQuarantined(long importId) => Quarantined(importId).AsAsyncEnumerable();

    private IQueryable<QuarantineListing> Quarantined(long importId) =>
        store.QuarantinedRows.AsNoTracking()
            .Where(row => row.ImportBatchId == importId && !row.Replayed)
            .OrderBy(row => row.LineNumber).ThenBy(row => row.Id)
            .Select(row => new QuarantineListing(row.Id, row.LineNumber, row.Column, row.Found, row.Expected, row.LikelyCause));
}
