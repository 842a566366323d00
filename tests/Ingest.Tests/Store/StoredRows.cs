using Ingest.Store;
using Ingest.Store.Entities;

namespace Ingest.Tests.Store;

/// <summary>Rows that other rows need to point at.</summary>
internal static class StoredRows
{
    public static async Task<CollectionRow> CollectionAsync(InsightsDbContext context, string name = "sample")
    {
        CollectionRow row = context.Collections.Add(new CollectionRow
        {
            Name = name,
            Title = name,
            ProfileName = name,
            TaxonomyName = name,
            TaxonomyVersion = "1",
            CountedSlices = "all",
        }).Entity;
        await context.SaveChangesAsync();
        return row;
    }

    public static async Task<ComplaintRow> ComplaintAsync(InsightsDbContext context, CollectionRow collection, string reference, string? text = null)
    {
        ImportBatchRow batch = context.ImportBatches.Add(new ImportBatchRow { CollectionId = collection.Id, ProfileName = "p", ProfileVersion = "1", FileName = "f" }).Entity;
        await context.SaveChangesAsync();
        ComplaintRow row = context.Complaints.Add(new ComplaintRow
        {
            CollectionId = collection.Id,
            ImportBatchId = batch.Id,
            Reference = reference,
            ContentHash = [1],
            HasText = text is not null,
        }).Entity;
        await context.SaveChangesAsync();
        if (text is not null)
        {
            context.ComplaintTexts.Add(new ComplaintTextRow { ComplaintId = row.Id, RedactedText = text });
            await context.SaveChangesAsync();
        }

        return row;
    }
}
