using System.Globalization;
using Insights.Complaints;
using Insights.Taxonomies;

namespace Insights.Detection.Scanning;

/// <summary>
/// Puts first what deserves attention first. Not volume alone: strong evidence, a large effect, spread over places, grave codes and recency each give
/// points, and the sum is shown with the signal. The weights are a judgement, not learned; docs/methods/signals.md says why each is as it is.
/// </summary>
internal static class SignalRanking
{
    /// <summary>A point for every power of ten by which chance is excluded, up to this many: beyond it more certainty helps nobody.</summary>
    private const double MostEvidencePoints = 8;

    /// <summary>A point for every doubling over what was expected, up to this many.</summary>
    private const double MostEffectPoints = 4;

    /// <summary>Points for a code that the taxonomy marks as grave: a few grave complaints outrank many ordinary ones.</summary>
    private const double GravePoints = 3;

    /// <summary>A point for every doubling of the places hit, up to this many: what several offices share is systemic.</summary>
    private const double MostSpreadPoints = 3;

    /// <summary>Points lost for every quarter since the signal was last raised.</summary>
    private const double PointsAQuarter = 1.5;
    private const double DaysAQuarter = 91;
    private static readonly Dimension[] Places = [Dimension.Office, Dimension.Organisation];

    /// <summary>The points of a signal and how they came about.</summary>
    public static (double Points, string Reason) Points(RaisedWindow window, Taxonomy taxonomy, IReadOnlyList<ArchivedComplaint> complaints)
    {
        double evidence = Math.Min(MostEvidencePoints, -window.LogPValue / Math.Log(10));
        double ratio = (window.Observed + 1) / (window.Expected + 1);
        double effect = Math.Min(MostEffectPoints, Math.Abs(Math.Log2(ratio)));
        double grave = window.Series.Key.Facets.Any(facet => taxonomy.IsGrave(facet.Key, facet.Value)) ? GravePoints : 0;
        double spread = Spread(window.Series.Key, complaints);
        double quiet = window.Series.PeriodAt(window.Series.JudgedPeriods - 1).End.DayNumber - window.Series.PeriodAt(window.End).End.DayNumber;
        double age = PointsAQuarter * quiet / DaysAQuarter;
        double points = evidence + effect + grave + spread - age;
        return (points, string.Create(CultureInfo.InvariantCulture,
            $"Ranked by {points:0.0} points: evidence {evidence:0.0}, size {effect:0.0}, grave {grave:0.0}, spread {spread:0.0}, age −{age:0.0}."));
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
        return places < 2 ? 0 : Math.Min(MostSpreadPoints, Math.Log2(places));
    }
}
