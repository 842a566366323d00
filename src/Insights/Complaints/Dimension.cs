namespace Insights.Complaints;

/// <summary>What complaints can be counted by. Their values are codes of a taxonomy or words of the source; their display names come from the profile.</summary>
public enum Dimension
{
    BusinessArea,
    Theme,
    Organisation,
    OrganisationGroup,
    Office,
    Channel,
    Region,
    ComplaintType,
    Remit,
    Finding,

    /// <summary>What follows for the remit from a complaint's dates alone; calculated, never recorded.</summary>
    RemitByDates,
}
