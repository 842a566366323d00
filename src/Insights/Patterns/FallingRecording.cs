using Insights.Aggregation;
using Insights.Complaints;
using Insights.Detection.Scanning;
using Insights.Statistics;

namespace Insights.Patterns;

/// <summary>
/// Places whose complaints of the last half-year have fallen against the same half-year before, while everybody else's went on: slow falls that no single week
/// shows. Expected = own count a year before × the others' ratio.
/// </summary>
internal sealed class FallingRecording(CollectionCounts counts)
{
    private const int HalfYearDays = 182;

    /// <summary>Fewer complaints a year before say nothing.</summary>
    private const int FewestBefore = 20;

    /// <summary>A fall to more than this share is none to look into.</summary>
    private const double LargestShare = 0.6;

    /// <summary>Share of false ones among those named (Benjamini–Hochberg).</summary>
    private const double FalseShare = 0.05;

    private readonly SignalWording names = new(counts.Collection);

    public IEnumerable<BlindSpot> Find()
    {
        Calendar calendar = Calendar.For(counts.Collection.Interval);
        int half = calendar.PeriodsIn(HalfYearDays);
        int first = counts.JudgedPeriods - half;
        int before = first - calendar.PeriodsPerYear;
        return before < 0 ? [] : BlindSpotSearch.Places.SelectMany(dimension => FindIn(dimension, first, before, half));
    }

    private IEnumerable<BlindSpot> FindIn(Dimension dimension, int first, int before, int half)
    {
        int allNow = counts.All.Sum(first, first + half - 1);
        int allBefore = counts.All.Sum(before, before + half - 1);
        (PeriodCounts Series, int Now, int Before, double Ratio)[] places = [.. counts.Series
            .Where(series => series.Key.Slice == Slice.By(dimension) && series.Key.FirstCode.Length > 0)
            .Select(series => (Series: series, Now: series.Sum(first, first + half - 1), Before: series.Sum(before, before + half - 1)))
            .Where(place => place.Before >= FewestBefore && allBefore > place.Before)
            .Select(place => (place.Series, place.Now, place.Before, (allNow - place.Now) / (double)(allBefore - place.Before)))
            .Where(place => place.Item4 > 0)];
        if (places.Length == 0)
        {
            return [];
        }

        // The count of a year before is a chance number, too: the variance over the mean is 1 + ratio.
        double spread = PlaceSpread.Of([.. places.Select(place => (place.Now, place.Before * place.Ratio))], 1 + places.Average(place => place.Ratio));
        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. places.Select(place => Tail(place.Now, place.Before * place.Ratio, 1 + place.Ratio, spread))]);
        return places.Zip(adjusted)
            .Where(pair => pair.Second <= FalseShare && pair.First.Now <= LargestShare * pair.First.Before * pair.First.Ratio)
            .OrderBy(pair => pair.Second).ThenBy(pair => pair.First.Series.Key.FirstCode, StringComparer.Ordinal)
            .Select(pair => Describe(dimension, pair.First, allNow, first, half));
    }

    private static double Tail(int observed, double expected, double scale, double spread) => NegativeBinomialDistribution.LowerTail(observed, expected, scale + (spread * expected));

    private BlindSpot Describe(Dimension dimension, (PeriodCounts Series, int Now, int Before, double Ratio) found, int allNow, int first, int half)
    {
        string code = found.Series.Key.FirstCode;
        string place = names.Name(new(dimension, code));
        DateOnly firstDay = counts.All.PeriodAt(first).Start;
        DateOnly lastDay = counts.All.PeriodAt(first + half - 1).End;
        double expected = found.Before * found.Ratio;
        string sentence = $"{place}: {WordsFor.Complaints(found.Now)} recorded from {WordsFor.Date(firstDay)} to {WordsFor.Date(lastDay)}, against {WordsFor.Figure(found.Before)} in the same half-year before; "
            + $"as complaints elsewhere developed, {WordsFor.Expected(expected)} were expected. Complaints may have stopped being recorded.";
        return new BlindSpot(BlindSpotKind.FallingRecording, dimension, code, place, null, found.Now, expected, allNow, firstDay, lastDay, sentence);
    }
}
