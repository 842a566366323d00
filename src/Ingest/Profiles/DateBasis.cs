namespace Ingest.Profiles;

/// <summary>The date a collection counts its complaints by.</summary>
public enum DateBasis
{
    ReceivedOn,
    EventOn,
    RespondedOn,
    ClosedOn,
}
