using Insights.Complaints;
using Insights.Statistics;

namespace Insights.Explanation;

/// <summary>Finds the subgroups that hold more of a signal's complaints than their share of the past predicts.</summary>
internal static class DrivingGroups
{
    private const int MostGroups = 5;
    private const int FewestComplaints = 3;

    /// <summary>A subgroup is named when chance gives it so many complaints less often than this.</summary>
    private const double Level = 0.01;

    /// <summary>Added to a subgroup's past count, so that one never seen before has a small share, not none.</summary>
    private const double PriorComplaints = 0.5;

    public static IReadOnlyList<DrivingGroup> Find(SeriesKey key, IReadOnlyList<ArchivedComplaint> complaints, IReadOnlyList<ArchivedComplaint> past)
    {
        Dimension[] fixedDimensions = [.. key.Facets.Select(facet => facet.Key)];
        Dictionary<(Dimension, string), int> before = Count(past);
        return [.. Count(complaints)
            .Where(pair => !fixedDimensions.Contains(pair.Key.Dimension) && pair.Key.Code.Length > 0 && pair.Value >= FewestComplaints)
            .Select(pair => (pair.Key, Observed: pair.Value, Expected: complaints.Count * (before.GetValueOrDefault(pair.Key) + PriorComplaints) / (past.Count + 1)))
            .Select(group => (group.Key, group.Observed, group.Expected, LogPValue: PoissonDistribution.LogUpperTail(group.Observed, group.Expected)))
            .Where(group => group.LogPValue < Math.Log(Level))
            .OrderBy(group => group.LogPValue).ThenBy(group => group.Key.Dimension).ThenBy(group => group.Key.Code, StringComparer.Ordinal)
            .Take(MostGroups)
            .Select(group => new DrivingGroup(group.Key.Dimension, group.Key.Code, group.Observed, group.Expected))];
    }

    private static Dictionary<(Dimension Dimension, string Code), int> Count(IReadOnlyList<ArchivedComplaint> complaints) => complaints
        .SelectMany(complaint => complaint.Codes.Select(code => (code.Key, code.Value)).Distinct())
        .CountBy(code => code).ToDictionary(pair => pair.Key, pair => pair.Value);
}
