using Ingest.Store.Entities;
using Insights.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Ingest.Store.PageQueries.Complaints;

/// <summary>
/// Counts the codes of given complaints. The complaints are read once and counted here: sorting ten thousand of them by nine columns, which is how
/// SQLite groups, took longer than reading them.
/// </summary>
internal sealed class FacetTally(InsightsDbContext store)
{
    public async Task<List<FacetCount>> CountAsync(long[] ids, CancellationToken cancellationToken)
    {
        IQueryable<ComplaintRow> complaints = store.Complaints.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Id));
        var rows = await complaints
            .Select(row => new
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
                row.RemitByDates,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. Tally(Dimension.BusinessArea, rows.Select(row => row.BusinessArea)),
            .. Tally(Dimension.Organisation, rows.Select(row => row.Organisation)),
            .. Tally(Dimension.OrganisationGroup, rows.Select(row => row.OrganisationGroup)),
            .. Tally(Dimension.Office, rows.Select(row => row.Office)),
            .. Tally(Dimension.Channel, rows.Select(row => row.Channel)),
            .. Tally(Dimension.Region, rows.Select(row => row.Region)),
            .. Tally(Dimension.ComplaintType, rows.Select(row => row.ComplaintType)),
            .. Tally(Dimension.Remit, rows.Select(row => row.Remit)),
            .. Tally(Dimension.Finding, rows.Select(row => row.Finding)),
            .. Tally(Dimension.RemitByDates, rows.Select(row => row.RemitByDates)),
            .. await ThemesAsync(ids, cancellationToken),
        ];
    }

    private async Task<IEnumerable<FacetCount>> ThemesAsync(long[] ids, CancellationToken cancellationToken)
    {
        IQueryable<ComplaintThemeRow> given = store.ComplaintThemes.Where(theme => EF.Parameter(ids).Contains(theme.ComplaintId));
        var themes = await given.GroupBy(theme => theme.Theme)
            .Select(group => new { Code = group.Key, Complaints = group.Count() })
            .ToListAsync(cancellationToken);
        int withTheme = await given.Select(theme => theme.ComplaintId).Distinct().CountAsync(cancellationToken);
        IEnumerable<FacetCount> counts = themes.Select(count => new FacetCount(Dimension.Theme, count.Code, count.Complaints));
        return withTheme == ids.Length ? counts : counts.Append(new FacetCount(Dimension.Theme, "", ids.Length - withTheme));
    }

    private static IEnumerable<FacetCount> Tally(Dimension dimension, IEnumerable<string?> codes) =>
        codes.CountBy(code => code ?? "", StringComparer.Ordinal).Select(count => new FacetCount(dimension, count.Key, count.Value));
}
