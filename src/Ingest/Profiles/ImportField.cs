namespace Ingest.Profiles;

/// <summary>What a profile can map a column to. Its name in a profile is the same with a small first letter.</summary>
public enum ImportField
{
    Reference,
    ReceivedOn,
    EventOn,
    RespondedOn,
    ClosedOn,
    ReferredOn,
    SourceCategory,
    BusinessArea,
    Theme,
    ComplaintType,
    Remit,
    Route,
    Finding,
    Remedy,
    RemedyPounds,
    Organisation,
    OrganisationGroup,
    Office,
    Channel,
    Region,
    Denominator,
    Text,
}
