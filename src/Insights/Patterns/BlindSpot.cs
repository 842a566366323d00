using Insights.Complaints;

namespace Insights.Patterns;

/// <summary>Where silence may be no good news: complaints, or what is known of them, that are missing.</summary>
/// <param name="Kind">What is missing.</param>
/// <param name="Dimension">What kind of place.</param>
/// <param name="Code">The place.</param>
/// <param name="Place">The place in words.</param>
/// <param name="Field">The field that is not recorded; null for the other kinds.</param>
/// <param name="Observed">Complaints there are; for a field, complaints without it.</param>
/// <param name="Expected">How many were expected.</param>
/// <param name="OutOf">Complaints looked at.</param>
/// <param name="FirstDay">First day counted.</param>
/// <param name="LastDay">Last day counted.</param>
/// <param name="Sentence">All of it in one sentence.</param>
public sealed record BlindSpot(
    BlindSpotKind Kind, Dimension Dimension, string Code, string Place, Dimension? Field, int Observed, double Expected, int OutOf, DateOnly FirstDay, DateOnly LastDay, string Sentence);
