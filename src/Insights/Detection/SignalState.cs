namespace Insights.Detection;

/// <summary>Where a signal stands. Only a person moves it out of <see cref="New"/>, always with a reason and a name.</summary>
public enum SignalState
{
    New,
    UnderAssessment,
    Confirmed,
    Artefact,
    Dismissed,
}
