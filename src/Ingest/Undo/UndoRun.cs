using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Redaction;
using Ingest.Store;
using Ingest.Store.Entities;
using Ingest.Store.Writing;
using Insights;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Undo;

/// <summary>Takes back a whole import, as if it had never been: its complaints go, those it changed are again what they were, counts and campaigns follow.</summary>
public sealed class UndoRun(StorageOptions storage, DataFolder data, TimeProvider clock)
{
    private readonly Lazy<PersonalDataRedactor> redactor = new(() => PersonalDataRedactor.Load(data.Path));

    /// <exception cref="InputErrorException">There is no such import, it is running, or it was undone before.</exception>
    public async Task<UndoReport> RunAsync(long batchId, CancellationToken cancellationToken)
    {
        long started = clock.GetTimestamp();
        (ImportBatchRow batch, ImportProfile profile) = await LoadAsync(batchId, cancellationToken);
        await using ImportSession session = new(storage, data, profile, clock);
        await session.OpenAsync(cancellationToken);
        ImportTarget target = new(batch.CollectionId, batch.Id, IsRepeat: false, new HashSet<long>(), profile);
        (int removed, int restored) = session.UndoerFor(target, redactor).Undo();
        await session.SettleAsync(cancellationToken);
        return new UndoReport(batchId, batch.FileName, removed, restored, clock.GetElapsedTime(started).TotalSeconds);
    }

    private async Task<(ImportBatchRow Batch, ImportProfile Profile)> LoadAsync(long batchId, CancellationToken cancellationToken)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        ImportBatchRow batch = await context.ImportBatches.AsNoTracking().SingleOrDefaultAsync(row => row.Id == batchId, cancellationToken)
            ?? throw new InputErrorException($"There is no import {batchId}. The page Imports lists them with their numbers.");
        switch (batch.State)
        {
            case ImportState.Running:
                throw new InputErrorException($"Import {batchId} ({batch.FileName}) is still running. Wait for its end; if its process died, import the file again first, which goes on from there.");
            case ImportState.Undone:
                throw new InputErrorException($"Import {batchId} ({batch.FileName}) was undone before.");
            default:
                CollectionRow collection = await context.Collections.AsNoTracking().SingleAsync(row => row.Id == batch.CollectionId, cancellationToken);
                return (batch, data.LoadProfile(collection.ProfileName));
        }
    }
}
