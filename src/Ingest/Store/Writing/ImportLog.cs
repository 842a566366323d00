using System.Collections.Frozen;
using Ingest.Profiles;
using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.Writing;

/// <summary>Keeps the rows of imports: begun, finished or failed, and what an earlier import of the same file left behind.</summary>
internal sealed class ImportLog(InsightsDbContext context, TimeProvider clock)
{
    private const string Superseded = "Stopped before its end. A later import of the same file went on from there.";

    public async Task<ImportTarget> BeginAsync(int collectionId, ImportProfile profile, string fileName, string fileHash, CancellationToken cancellationToken)
    {
        List<ImportBatchRow> earlier = await context.ImportBatches
            .Where(batch => batch.CollectionId == collectionId && batch.FileHash == fileHash && batch.State != ImportState.Undone)
            .ToListAsync(cancellationToken);
        long[] earlierIds = [.. earlier.Select(batch => batch.Id)];
        List<long> replayed = await context.QuarantinedRows
            .Where(row => earlierIds.Contains(row.ImportBatchId) && row.Replayed)
            .Select(row => row.LineNumber)
            .ToListAsync(cancellationToken);

        foreach (ImportBatchRow batch in earlier.Where(batch => batch.State == ImportState.Running))
        {
            batch.State = ImportState.Failed;
            batch.Error = Superseded;
            batch.FinishedAtUtc = clock.GetUtcNow().UtcDateTime;
        }

        ImportBatchRow begun = context.ImportBatches.Add(new ImportBatchRow
        {
            CollectionId = collectionId,
            ProfileName = profile.Name,
            ProfileVersion = profile.Version,
            FileName = fileName.Length <= FieldLengths.FileName ? fileName : fileName[^FieldLengths.FileName..],
            FileHash = fileHash,
            StartedAtUtc = clock.GetUtcNow().UtcDateTime,
        }).Entity;

        // The same bad rows come again with the same file: they are listed once, under the newest import of it.
        await using (Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken))
        {
            await context.QuarantinedRows.Where(row => earlierIds.Contains(row.ImportBatchId) && !row.Replayed).ExecuteDeleteAsync(cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        DateTime? undoneAt = await context.ImportUndos
            .Join(context.ImportBatches, undo => undo.ImportBatchId, batch => batch.Id, (undo, batch) => new { undo.UndoneAtUtc, batch.CollectionId, batch.FileHash })
            .Where(undo => undo.CollectionId == collectionId && undo.FileHash == fileHash)
            .MaxAsync(undo => (DateTime?)undo.UndoneAtUtc, cancellationToken);

        // What was undone since may be what an earlier import of the same file had counted as known.
        bool isRepeat = earlier.Exists(batch => batch.State == ImportState.Finished && string.Equals(batch.ProfileVersion, profile.Version, StringComparison.Ordinal)
            && (undoneAt is null || batch.FinishedAtUtc > undoneAt));
        return new ImportTarget(collectionId, begun.Id, isRepeat, replayed.ToFrozenSet(), profile);
    }

    public Task FinishAsync(long batchId, CancellationToken cancellationToken) => EndAsync(batchId, ImportState.Finished, null, cancellationToken);

    public Task FailAsync(long batchId, string error, CancellationToken cancellationToken) =>
        EndAsync(batchId, ImportState.Failed, error.Length <= FieldLengths.Sentence ? error : error[..FieldLengths.Sentence], cancellationToken);

    private async Task EndAsync(long batchId, ImportState state, string? error, CancellationToken cancellationToken)
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        await context.ImportBatches.Where(batch => batch.Id == batchId).ExecuteUpdateAsync(
            set => set.SetProperty(batch => batch.State, state).SetProperty(batch => batch.Error, error).SetProperty(batch => batch.FinishedAtUtc, now),
            cancellationToken);
    }
}
