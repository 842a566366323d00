using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Complaints;

/// <summary>One complaint for its page.</summary>
public sealed class ComplaintQuery(InsightsDbContext store)
{
    public async Task<ComplaintDetail?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var found = await (from row in store.Complaints.AsNoTracking()
                           join collection in store.Collections on row.CollectionId equals collection.Id
                           join batch in store.ImportBatches on row.ImportBatchId equals batch.Id
                           where row.Id == id
                           select new { Complaint = row, Collection = collection.Name, batch.FileName, batch.FinishedAtUtc })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        long? campaign = found.Complaint.CampaignId;
        return new ComplaintDetail
        {
            Complaint = found.Complaint,
            CollectionName = found.Collection,
            FileName = found.FileName,
            ImportedAtUtc = found.FinishedAtUtc,
            RedactedText = await store.ComplaintTexts.AsNoTracking().Where(text => text.ComplaintId == id).Select(text => text.RedactedText).FirstOrDefaultAsync(cancellationToken),
            Themes = await store.ComplaintThemes.AsNoTracking().Where(theme => theme.ComplaintId == id).OrderBy(theme => theme.Theme).ToListAsync(cancellationToken),
            Prediction = await store.Predictions.AsNoTracking().Where(prediction => prediction.ComplaintId == id)
                .OrderByDescending(prediction => prediction.ModelVersion == found.Complaint.ModelVersion).ThenByDescending(prediction => prediction.ModelVersion)
                .FirstOrDefaultAsync(cancellationToken),
            CampaignSize = campaign is null ? 1 : await store.Complaints.CountAsync(row => row.CampaignId == campaign, cancellationToken),
        };
    }
}
