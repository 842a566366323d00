using Insights.Complaints;

namespace Insights.Explanation;

/// <summary>A subgroup that drives the rise.</summary>
/// <param name="Dimension">Such as office or channel.</param>
/// <param name="Code">Its value; empty when not recorded.</param>
/// <param name="Observed">Complaints of the signal in the subgroup.</param>
/// <param name="Expected">How many its past share predicts.</param>
public sealed record DrivingGroup(Dimension Dimension, string Code, int Observed, double Expected);
