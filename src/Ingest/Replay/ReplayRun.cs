using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Redaction;
using Ingest.Sources;
using Ingest.Store;
using Ingest.Store.Entities;
using Ingest.Store.Writing;
using Ingest.Validation;
using Insights;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Replay;

/// <summary>Takes refused rows again after they were corrected, or after the profile was. Each counts in the account of the import that refused it.</summary>
public sealed class ReplayRun(StorageOptions storage, DataFolder data, TimeProvider clock)
{
    private readonly Lazy<PersonalDataRedactor> redactor = new(() => PersonalDataRedactor.Load(data.Path));

    /// <exception cref="InputErrorException">The store cannot be used, or a profile cannot be loaded.</exception>
    public async Task<ReplayReport> RunAsync(IReadOnlyList<CorrectedRow> corrected, CancellationToken cancellationToken)
    {
        long started = clock.GetTimestamp();
        Dictionary<long, CorrectedRow> byId = corrected.GroupBy(row => row.Id).ToDictionary(group => group.Key, group => group.Last());
        List<OpenRow> open = await LoadAsync([.. byId.Keys], cancellationToken);
        ImportCounts counts = default;
        List<ReplayedImport> imports = [];
        foreach (IGrouping<long, OpenRow> batch in open.GroupBy(row => row.Refused.ImportBatchId).OrderBy(group => group.Key))
        {
            (ReplayedImport import, ImportCounts replayed) = await ReplayAsync([.. batch], byId, cancellationToken);
            imports.Add(import);
            counts += replayed;
        }

        long[] unknown = [.. byId.Keys.Except(open.Select(row => row.Refused.Id)).Order()];
        return new ReplayReport(counts, imports, unknown, clock.GetElapsedTime(started).TotalSeconds);
    }

    private async Task<List<OpenRow>> LoadAsync(long[] ids, CancellationToken cancellationToken)
    {
        await using InsightsDbContext context = StoreRegistration.Open(storage);
        return await (from row in context.QuarantinedRows.AsNoTracking()
                      join batch in context.ImportBatches on row.ImportBatchId equals batch.Id
                      join collection in context.Collections on batch.CollectionId equals collection.Id
                      where EF.Parameter(ids).Contains(row.Id) && !row.Replayed && batch.State != ImportState.Undone
                      orderby row.Id
                      select new OpenRow(row, batch, collection.ProfileName)).ToListAsync(cancellationToken);
    }

    private async Task<(ReplayedImport Import, ImportCounts Counts)> ReplayAsync(OpenRow[] rows, Dictionary<long, CorrectedRow> corrected, CancellationToken cancellationToken)
    {
        ImportBatchRow batch = rows[0].Batch;
        ImportProfile profile = ProfileOf(rows[0]);
        await using ImportSession session = new(storage, data, profile, clock);
        await session.OpenAsync(cancellationToken);

        (IReadOnlyList<string> columns, List<SourceRecord> records) = Records(rows, corrected, session.Cipher);
        ListRecordSource source = new(columns, records);
        RowValidator validator = new(profile, ColumnBinding.Bind(profile, source, batch.FileName));
        PreparedRow[] prepared = await new RowPreparer(validator, redactor, session.Model, session.CipherWhenOpen, columns).PrepareAsync(records);

        ImportTarget target = new(batch.CollectionId, batch.Id, IsRepeat: false, new HashSet<long>(), profile);
        (ImportCounts before, ImportCounts counts) = session.ReplayerFor(target).Store([.. rows.Zip(prepared, (row, again) => new ReplayedRow(row.Refused.Id, again))]);
        await session.SettleAsync(cancellationToken);

        int resolved = counts.Accepted + counts.Duplicates + counts.Updated;
        ImportCounts after = before.Add(new ImportCounts(counts.Accepted, counts.Duplicates, counts.Updated, -resolved));
        return (new ReplayedImport(batch.Id, batch.FileName, before, after), counts);
    }

    /// <summary>The profile by its name where it is one that is known, else the one the collection was last read with.</summary>
    private ImportProfile ProfileOf(OpenRow row) =>
        data.LoadProfile(data.ProfileNames.Contains(row.Batch.ProfileName, StringComparer.Ordinal) ? row.Batch.ProfileName : row.CollectionProfile);

    private static (IReadOnlyList<string> Columns, List<SourceRecord> Records) Records(OpenRow[] rows, Dictionary<long, CorrectedRow> corrected, RawTextCipher cipher)
    {
        IReadOnlyList<string> columns = [];
        List<SourceRecord> records = new(rows.Length);
        foreach (OpenRow row in rows)
        {
            RefusedRow stored = RefusedRow.FromJson(cipher.Decrypt(row.Refused.EncryptedRow));
            CorrectedRow change = corrected[row.Refused.Id];
            columns = stored.Columns;
            IReadOnlyList<string> keys = CorrectionFile.Unique(columns);
            string?[] cells = new string?[columns.Count];
            for (int index = 0; index < cells.Length; index++)
            {
                cells[index] = change.Cells.TryGetValue(keys[index], out string? cell) ? cell : index < stored.Cells.Count ? stored.Cells[index] : null;
            }

            records.Add(new SourceRecord(row.Refused.LineNumber, cells, change.LeftOver == 0 ? null : new RowIssue(
                null, $"{change.LeftOver} more cells than columns", $"{columns.Count} cells, as in the header", "The cells beyond the columns were left filled: put their content where it belongs and empty them.")));
        }

        return (columns, records);
    }

    private sealed record OpenRow(QuarantinedRow Refused, ImportBatchRow Batch, string CollectionProfile);
}
