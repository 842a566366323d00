using Ingest.Store.Entities;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Campaigns;

/// <summary>Groups of near-identical letters: the largest first, and the letters of each.</summary>
public sealed class CampaignsQuery(InsightsDbContext store)
{
    public async Task<CampaignTotals> TotalsAsync(int collectionId, CancellationToken cancellationToken)
    {
        IQueryable<ComplaintRow> grouped = Grouped(collectionId);
        int groups = await grouped.Select(complaint => complaint.CampaignId).Distinct().CountAsync(cancellationToken);
        int complaints = await store.DailyCounts.Where(count => count.CollectionId == collectionId && count.Slice == "all").SumAsync(count => count.Complaints, cancellationToken);
        return new CampaignTotals(groups, await grouped.CountAsync(cancellationToken), complaints);
    }

    public async Task<IReadOnlyList<CampaignListing>> ListAsync(int collectionId, int skip, int take, CancellationToken cancellationToken)
    {
        var groups = await Grouped(collectionId)
            .GroupBy(complaint => complaint.CampaignId!.Value)
            .Select(group => new { Id = group.Key, Complaints = group.Count(), First = group.Min(complaint => complaint.CountedOn), Last = group.Max(complaint => complaint.CountedOn) })
            .OrderByDescending(group => group.Complaints).ThenBy(group => group.Id)
            .Skip(skip).Take(take).ToListAsync(cancellationToken);
        long[] ids = [.. groups.Select(group => group.Id)];
        Dictionary<long, string> texts = await store.ComplaintTexts.AsNoTracking().Where(text => EF.Parameter(ids).Contains(text.ComplaintId))
            .ToDictionaryAsync(text => text.ComplaintId, text => text.RedactedText, cancellationToken);
        return [.. groups.Select(group => new CampaignListing(group.Id, group.Complaints, group.First, group.Last, texts.GetValueOrDefault(group.Id) ?? ""))];
    }

    /// <summary>One campaign; null when there is none of that number.</summary>
    public async Task<(CampaignListing Campaign, string Collection)?> FindAsync(long id, CancellationToken cancellationToken)
    {
        ComplaintRow? first = await store.Complaints.AsNoTracking().Where(complaint => complaint.CampaignId == id).OrderBy(complaint => complaint.Id).FirstOrDefaultAsync(cancellationToken);
        if (first is null)
        {
            return null;
        }

        IQueryable<ComplaintRow> members = store.Complaints.Where(complaint => complaint.CampaignId == id);
        string collection = await store.Collections.Where(row => row.Id == first.CollectionId).Select(row => row.Name).SingleAsync(cancellationToken);
        string? text = await store.ComplaintTexts.Where(row => row.ComplaintId == first.Id).Select(row => row.RedactedText).SingleOrDefaultAsync(cancellationToken);
        return (
            new CampaignListing(
                id,
                await members.CountAsync(cancellationToken),
                await members.MinAsync(complaint => complaint.CountedOn, cancellationToken),
                await members.MaxAsync(complaint => complaint.CountedOn, cancellationToken),
                text ?? ""),
            collection);
    }

    public async Task<IReadOnlyList<CampaignMember>> MembersAsync(long id, int skip, int take, CancellationToken cancellationToken) =>
        await store.Complaints.AsNoTracking().Where(complaint => complaint.CampaignId == id)
            .OrderBy(complaint => complaint.CountedOn).ThenBy(complaint => complaint.Id)
            .Skip(skip).Take(take)
            .Select(complaint => new CampaignMember(complaint.Id, complaint.Reference, complaint.CountedOn, complaint.BusinessArea, complaint.Office))
            .ToListAsync(cancellationToken);

    private IQueryable<ComplaintRow> Grouped(int collectionId) => store.Complaints.AsNoTracking().Where(complaint => complaint.CollectionId == collectionId && complaint.CampaignId != null);
}
