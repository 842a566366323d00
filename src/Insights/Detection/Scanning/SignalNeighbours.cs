using Insights.Aggregation;
using Insights.Complaints;
using Insights.Explanation;

namespace Insights.Detection.Scanning;

/// <summary>What the same theme did at other places in the signal's periods: too little for a signal of its own, perhaps the beginning of one.</summary>
internal static class SignalNeighbours
{
    private const int MostShown = 3;
    private const int FewestComplaints = 2;
    private const double SmallestRise = 1.5;
    private static readonly Dimension[] Places = [Dimension.Office, Dimension.Organisation, Dimension.Region];

    public static IReadOnlyList<Neighbour> Of(RaisedWindow window, CollectionCounts counts, CourseFitter courses, SignalWording wording)
    {
        SeriesKey key = window.Series.Key;
        if (window.IsFall || !key.Facets.Any(facet => Places.Contains(facet.Key)))
        {
            return [];
        }

        return [.. counts.Series
            .Where(other => other.Key.Slice == key.Slice && other.Key != key && DiffersInPlaceOnly(other.Key, key))
            .Select(other => (other.Key, Observed: other.Sum(window.Start, window.End), Expected: courses.For(other, window.Start).Sum(window.Start, window.End)))
            .Where(other => other.Observed >= FewestComplaints && other.Observed >= SmallestRise * other.Expected)
            .OrderByDescending(other => other.Observed - other.Expected).ThenBy(other => other.Key.ToString(), StringComparer.Ordinal)
            .Take(MostShown)
            .Select(other => new Neighbour(wording.Name(other.Key.Facets.First(facet => Places.Contains(facet.Key))), other.Observed, other.Expected))];
    }

    private static bool DiffersInPlaceOnly(SeriesKey other, SeriesKey key) => other.Facets.Zip(key.Facets)
        .All(pair => Places.Contains(pair.First.Key) ? pair.First.Value.Length > 0 : string.Equals(pair.First.Value, pair.Second.Value, StringComparison.Ordinal));
}
