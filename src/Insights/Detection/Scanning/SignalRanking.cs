using System.Globalization;
using Insights.Complaints;
using Insights.Explanation;
using Insights.Taxonomies;

namespace Insights.Detection.Scanning;

/// <summary>
/// Puts first what deserves attention first. Not volume alone: strong evidence, a large effect, grave codes, vulnerable people, spread over places, recurrence and
/// recency each give points, and the sum is shown with the signal. The weights are a judgement, not learned, and data.
/// </summary>
/// <param name="taxonomy">Says which codes are grave.</param>
/// <param name="weights">Points for each mark.</param>
/// <param name="vulnerability">Says which texts tell of vulnerability.</param>
internal sealed class SignalRanking(Taxonomy taxonomy, RankingWeights weights, VulnerabilityMarks vulnerability)
{
    private const double DaysAQuarter = 91;
    private const int NamedGroups = 3;
    private static readonly Dimension[] Places = [Dimension.Office, Dimension.Organisation];

    /// <summary>The points of a signal, each with what it is for.</summary>
    /// <param name="window">The signal's window.</param>
    /// <param name="complaints">Its complaints; fewer than observed when there are very many.</param>
    /// <param name="earlier">Signals raised before it.</param>
    public IReadOnlyList<RankingPoint> Points(RaisedWindow window, IReadOnlyList<ArchivedComplaint> complaints, IEnumerable<EarlierSignal> earlier)
    {
        double ratio = (window.Observed + 1) / (window.Expected + 1);
        double quiet = window.Series.PeriodAt(window.Series.JudgedPeriods - 1).End.DayNumber - window.Series.PeriodAt(window.End).End.DayNumber;
        return
        [
            new("evidence", Math.Min(weights.MostEvidence, -window.LogPValue / Math.Log(10))),
            new("size", Math.Min(weights.MostSize, Math.Abs(Math.Log2(ratio)))),
            Grave(window.Series.Key, complaints),
            Vulnerable(complaints),
            new("spread", Math.Min(weights.MostSpread, Spread(window.Series.Key, complaints))),
            Recurring(window, earlier),
            new("age", -weights.LostAQuarter * quiet / DaysAQuarter),
        ];
    }

    /// <summary>Serious misconduct within an ordinary theme counts by its share.</summary>
    private RankingPoint Grave(SeriesKey key, IReadOnlyList<ArchivedComplaint> complaints)
    {
        if (key.Facets.Any(facet => taxonomy.IsGrave(facet.Key, facet.Value)))
        {
            return new RankingPoint("grave", weights.Grave);
        }

        int grave = complaints.Count(complaint => complaint.Codes.Any(code => taxonomy.IsGrave(code.Key, code.Value)));
        return new RankingPoint("grave", complaints.Count == 0 ? 0 : weights.Grave * grave / complaints.Count)
        {
            Detail = complaints.Count == 0 ? null : $"{WordsFor.Figure(grave)} of the {WordsFor.Figure(complaints.Count)} complaints read have a grave code",
        };
    }

    private RankingPoint Vulnerable(IReadOnlyList<ArchivedComplaint> complaints)
    {
        VulnerabilityCount count = vulnerability.Count(complaints);
        string named = count.Marked == 0 ? "" : $": {string.Join(", ", count.Titles.Take(NamedGroups))}";
        return new RankingPoint("vulnerability", weights.MostVulnerability * count.Share)
        {
            Detail = count.OutOf == 0 ? "no texts to read" : $"{WordsFor.Figure(count.Marked)} of {WordsFor.Figure(count.OutOf)} texts tell of it{named}",
        };
    }

    private RankingPoint Recurring(RaisedWindow window, IEnumerable<EarlierSignal> earlier)
    {
        IReadOnlyList<DateOnly> before = SignalRecurrence.Of(window.Series.Key, window.Series.PeriodAt(window.Start).Start, earlier);
        return new RankingPoint("recurrence", Math.Min(weights.MostRecurrence, before.Count))
        {
            Detail = before.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"raised before, last until {WordsFor.Date(before[^1])}"),
        };
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
