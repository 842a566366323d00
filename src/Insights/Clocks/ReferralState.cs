namespace Insights.Clocks;

/// <summary>Whether a complaint came within the time after the final response.</summary>
public enum ReferralState
{
    InTime,
    OutOfTime,
    NoFinalResponse,
}
