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

    /// <summary>A place is new when at most this part of its complaints came a year before.</summary>
    private const double LargestOldShare = 0.05;

    /// <summary>What was lost and what began differ by at most this part.</summary>
    private const double NameTolerance = 0.35;

    private readonly SignalWording names = new(counts.Collection);

    /// <param name="notAssessed">Gets a sentence for what cannot be judged.</param>
    public IEnumerable<BlindSpot> Find(ICollection<string> notAssessed)
    {
        Calendar calendar = Calendar.For(counts.Collection.Interval);
        int half = calendar.PeriodsIn(HalfYearDays);
        int first = counts.JudgedPeriods - half;
        int before = first - calendar.PeriodsPerYear;
        if (before >= 0)
        {
            return PatternSearch.Places.SelectMany(dimension => FindIn(dimension, first, before, half, notAssessed));
        }

        string needed = WordsFor.Figure(half + calendar.PeriodsPerYear);
        notAssessed.Add($"Falling recording: not assessed, needs {needed} {WordsFor.Interval(counts.Collection.Interval, 2)}, has {WordsFor.Figure(counts.JudgedPeriods)}.");
        return [];
    }

    private IEnumerable<BlindSpot> FindIn(Dimension dimension, int first, int before, int half, ICollection<string> notAssessed)
    {
        int allNow = counts.All.Sum(first, first + half - 1);
        int allBefore = counts.All.Sum(before, before + half - 1);
        Fall[] all = [.. counts.Series
            .Where(series => series.Key.Slice == Slice.By(dimension) && series.Key.FirstCode.Length > 0)
            .Select(series => new Fall(series, series.Sum(first, first + half - 1), series.Sum(before, before + half - 1), 0))];
        Fall[] places = [.. all
            .Where(place => place.Before >= FewestBefore && allBefore > place.Before)
            .Select(place => place with { Ratio = (allNow - place.Now) / (double)(allBefore - place.Before) })
            .Where(place => place.Ratio > 0)];
        if (places.Length < all.Length)
        {
            notAssessed.Add($"Falling recording by {names.DimensionName(dimension)}: {WordsFor.Figure(all.Length - places.Length)} of {WordsFor.Figure(all.Length)} not assessed, fewer than {FewestBefore} complaints in the half-year before.");
        }

        if (places.Length == 0)
        {
            return [];
        }

        // The count of a year before is a chance number, too: the variance over the mean is 1 + ratio.
        double spread = PlaceSpread.Of([.. places.Select(place => (place.Now, place.Before * place.Ratio))], 1 + places.Average(place => place.Ratio));
        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. places.Select(place => Tail(place.Now, place.Before * place.Ratio, 1 + place.Ratio, spread))]);
        return places.Zip(adjusted)
            .Where(pair => pair.Second <= FalseShare && pair.First.Now < pair.First.Before && pair.First.Now <= LargestShare * pair.First.Before * pair.First.Ratio)
            .OrderBy(pair => pair.Second).ThenBy(pair => pair.First.Series.Key.FirstCode, StringComparer.Ordinal)
            .Select(pair => Describe(dimension, pair.First, Successor(pair.First, all), allNow, first, half));
    }

    private static double Tail(int observed, double expected, double scale, double spread) => NegativeBinomialDistribution.LowerTail(observed, expected, scale + (spread * expected));

    /// <summary>A place that began as this one ended and has about as many complaints as this one lost: probably the same under a new name.</summary>
    private static Fall? Successor(Fall found, IEnumerable<Fall> all)
    {
        double lost = (found.Before * found.Ratio) - found.Now;
        return all.Where(place => place.Before <= LargestOldShare * place.Now && place.Now >= (1 - NameTolerance) * lost && place.Now <= lost / (1 - NameTolerance))
            .OrderBy(place => Math.Abs(place.Now - lost)).ThenBy(place => place.Series.Key.FirstCode, StringComparer.Ordinal).FirstOrDefault();
    }

    private BlindSpot Describe(Dimension dimension, Fall found, Fall? successor, int allNow, int first, int half)
    {
        string code = found.Series.Key.FirstCode;
        string place = names.Name(new(dimension, code));
        DateOnly firstDay = counts.All.PeriodAt(first).Start;
        DateOnly lastDay = counts.All.PeriodAt(first + half - 1).End;
        double expected = found.Before * found.Ratio;
        string sentence = $"{place}: {WordsFor.Complaints(found.Now)} recorded from {WordsFor.Date(firstDay)} to {WordsFor.Date(lastDay)}, against {WordsFor.Figure(found.Before)} in the same half-year before; "
            + $"as complaints elsewhere developed, {WordsFor.Expected(expected)} were expected. "
            + (successor is null
                ? "Complaints may have stopped being recorded."
                : $"{names.Name(new(dimension, successor.Series.Key.FirstCode))} began in this time, with {WordsFor.Complaints(successor.Now)}: probably a new name for the same place.");
        return new BlindSpot(BlindSpotKind.FallingRecording, dimension, code, place, null, found.Now, expected, allNow, firstDay, lastDay, sentence);
    }

    /// <summary>A place's complaints of the last half-year and of the same a year before, and the ratio of all other places.</summary>
    private sealed record Fall(PeriodCounts Series, int Now, int Before, double Ratio);
}
