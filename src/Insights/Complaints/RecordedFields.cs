namespace Insights.Complaints;

/// <summary>How many complaints of a place and month lack which fields.</summary>
/// <param name="Place">Code of the place; empty where it is not recorded.</param>
/// <param name="Month">First day of the month.</param>
/// <param name="Complaints">All complaints.</param>
/// <param name="Missing">By field, how many do not have it; a finding is missed only where the complaint was answered or closed.</param>
/// <param name="Closed">How many were answered or closed: what a missing finding is out of.</param>
public sealed record RecordedFields(string Place, DateOnly Month, int Complaints, IReadOnlyDictionary<Dimension, int> Missing, int Closed);
