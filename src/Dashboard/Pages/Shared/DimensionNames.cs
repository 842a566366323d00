using Insights.Complaints;

namespace Dashboard.Pages.Shared;

/// <summary>What dimensions are called when a profile has no word of its own.</summary>
public static class DimensionNames
{
    public static string Of(Dimension dimension) => dimension switch
    {
        Dimension.BusinessArea => "Business area",
        Dimension.OrganisationGroup => "Kind of organisation",
        Dimension.ComplaintType => "Complaint type",
        Dimension.RemitByDates => "Remit by dates",
        _ => dimension.ToString(),
    };
}
