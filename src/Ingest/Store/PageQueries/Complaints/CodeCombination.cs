using Ingest.Store.Entities;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Complaints;

/// <summary>Complaints that share all their single codes. Counting these once and folding them reads the complaints once, not once a dimension.</summary>
internal sealed record CodeCombination(int Complaints, IReadOnlyList<FacetCount> Codes)
{
    public static async Task<IReadOnlyList<CodeCombination>> ReadAsync(IQueryable<ComplaintRow> complaints, CancellationToken cancellationToken)
    {
        var groups = await complaints
            .GroupBy(row => new
            {
                row.BusinessArea,
                row.Organisation,
                row.OrganisationGroup,
                row.Office,
                row.Channel,
                row.Region,
                row.ComplaintType,
                row.Remit,
                row.Finding,
            })
            .Select(group => new { group.Key, Complaints = group.Count() })
            .ToListAsync(cancellationToken);
        return [.. groups.Select(group => new CodeCombination(group.Complaints,
        [
            new(Dimension.BusinessArea, group.Key.BusinessArea ?? "", group.Complaints),
            new(Dimension.Organisation, group.Key.Organisation ?? "", group.Complaints),
            new(Dimension.OrganisationGroup, group.Key.OrganisationGroup ?? "", group.Complaints),
            new(Dimension.Office, group.Key.Office ?? "", group.Complaints),
            new(Dimension.Channel, group.Key.Channel ?? "", group.Complaints),
            new(Dimension.Region, group.Key.Region ?? "", group.Complaints),
            new(Dimension.ComplaintType, group.Key.ComplaintType ?? "", group.Complaints),
            new(Dimension.Remit, group.Key.Remit ?? "", group.Complaints),
            new(Dimension.Finding, group.Key.Finding ?? "", group.Complaints),
        ]))];
    }
}
