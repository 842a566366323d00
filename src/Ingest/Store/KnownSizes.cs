using Insights.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store;

/// <summary>The sizes that counts are held against.</summary>
internal static class KnownSizes
{
    /// <summary>By code; codes without a size, or with one that nothing can be divided by, are left out.</summary>
    public static Task<Dictionary<string, double>> KnownSizesAsync(this InsightsDbContext store, int collectionId, Dimension dimension, CancellationToken cancellationToken)
    {
        string name = dimension.ToString();
        return store.Denominators.AsNoTracking()
            .Where(row => row.CollectionId == collectionId && row.Dimension == name && row.Size > 0)
            .ToDictionaryAsync(row => row.Code, row => row.Size, StringComparer.Ordinal, cancellationToken);
    }
}
