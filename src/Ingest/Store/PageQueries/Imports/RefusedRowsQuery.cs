using System.Runtime.CompilerServices;
using Ingest.Store.Entities;
using Ingest.Validation;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Imports;

/// <summary>Refused rows as they were read, to be corrected. They may hold anything a complaint holds: only those who may read original texts may see them.</summary>
public sealed class RefusedRowsQuery(InsightsDbContext store, StorageOptions storage)
{
    /// <summary>The rows of an import that are still refused.</summary>
    /// <exception cref="Insights.InputErrorException">The key file is missing or is another store's.</exception>
    public async IAsyncEnumerable<RefusedRowDetail> OpenAsync(long importId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using RawTextCipher cipher = RawTextCipher.Load(storage, storeHoldsEncryptedRows: true);
        await foreach (QuarantinedRow row in store.QuarantinedRows.AsNoTracking()
            .Where(row => row.ImportBatchId == importId && !row.Replayed)
            .OrderBy(row => row.LineNumber).ThenBy(row => row.Id)
            .AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return Detail(row, cipher);
        }
    }

    /// <summary>One row; null when there is none, or when it was replayed.</summary>
    /// <exception cref="Insights.InputErrorException">The key file is missing or is another store's.</exception>
    public async Task<RefusedRowDetail?> FindAsync(long importId, long id, CancellationToken cancellationToken)
    {
        QuarantinedRow? row = await store.QuarantinedRows.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Id == id && row.ImportBatchId == importId && !row.Replayed, cancellationToken);
        if (row is null)
        {
            return null;
        }

        using RawTextCipher cipher = RawTextCipher.Load(storage, storeHoldsEncryptedRows: true);
        return Detail(row, cipher);
    }

    private static RefusedRowDetail Detail(QuarantinedRow row, RawTextCipher cipher) => new(
        row.Id, row.ImportBatchId, row.LineNumber, row.Column, row.Found, row.Expected, row.LikelyCause, RefusedRow.FromJson(cipher.Decrypt(row.EncryptedRow)));
}
