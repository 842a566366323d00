using Insights.Complaints;
using Insights.Explanation;
using Insights.Taxonomies;

namespace Insights.Detection.Scanning;

/// <summary>
/// Puts first what deserves attention first. Not volume alone: strong evidence, a large effect, spread over places, grave codes and recency each give
/// points, and the sum is shown with the signal. The weights are a judgement, not learned, and data.
/// </summary>
internal static class SignalRanking
{
    private const double DaysAQuarter = 91;
    private static readonly Dimension[] Places = [Dimension.Office, Dimension.Organisation];

    /// <summary>The points of a signal, each with what it is for.</summary>
    public static IReadOnlyList<RankingPoint> Points(RaisedWindow window, Taxonomy taxonomy, IReadOnlyList<ArchivedComplaint> complaints, RankingWeights weights)
    {
        double ratio = (window.Observed + 1) / (window.Expected + 1);
        bool isGrave = window.Series.Key.Facets.Any(facet => taxonomy.IsGrave(facet.Key, facet.Value));
        double quiet = window.Series.PeriodAt(window.Series.JudgedPeriods - 1).End.DayNumber - window.Series.PeriodAt(window.End).End.DayNumber;
        return
        [
            new("evidence", Math.Min(weights.MostEvidence, -window.LogPValue / Math.Log(10))),
            new("size", Math.Min(weights.MostSize, Math.Abs(Math.Log2(ratio)))),
            new("grave", isGrave ? weights.Grave : 0),
            new("spread", Math.Min(weights.MostSpread, Spread(window.Series.Key, complaints))),
            new("age", -weights.LostAQuarter * quiet / DaysAQuarter),
        ];
    }

    private static double Spread(SeriesKey key, IReadOnlyList<ArchivedComplaint> complaints)
    {
        if (key.Facets.Any(facet => Places.Contains(facet.Key)))
        {
            return 0;
        }

        // A place counts once it has two of the complaints: a single one may be chance.
        int places = complaints.SelectMany(complaint => complaint.Codes.Where(code => Places.Contains(code.Key)).Distinct())
            .CountBy(code => code).Count(pair => pair.Value >= 2);
        return places < 2 ? 0 : Math.Log2(places);
    }
}
