using Ingest.Store.Entities;
using Insights.Complaints;

namespace Ingest.Store.Writing;

/// <summary>Which column of a complaint holds the code of a dimension. Themes are apart: a complaint may have several.</summary>
internal static class Codes
{
    public static string? Of(ComplaintRow row, Dimension dimension) => dimension switch
    {
        Dimension.BusinessArea => row.BusinessArea,
        Dimension.Organisation => row.Organisation,
        Dimension.OrganisationGroup => row.OrganisationGroup,
        Dimension.Office => row.Office,
        Dimension.Channel => row.Channel,
        Dimension.Region => row.Region,
        Dimension.ComplaintType => row.ComplaintType,
        Dimension.Remit => row.Remit,
        Dimension.Finding => row.Finding,
        Dimension.RemitByDates => row.RemitByDates,
        _ => null,
    };
}
