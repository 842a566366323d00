namespace Insights.Clocks;

/// <summary>Whether a complaint came to the body that looks at it after the final response when that body could take it.</summary>
public enum ReferralState
{
    InTime,
    OutOfTime,
    NoFinalResponse,

    /// <summary>A date is missing without which nothing follows.</summary>
    NotKnown,
}
