using Insights.Aggregation;
using Insights.Complaints;
using Insights.Detection.Scanning;
using Insights.Statistics;

namespace Insights.Patterns;

/// <summary>Places with fewer complaints of the last year than their size predicts, given how much places of one size differ anyway.</summary>
internal sealed class CaseloadGaps(CollectionCounts counts, Denominator denominator, IReadOnlyDictionary<string, double> sizes)
{
    private const int YearDays = 365;

    /// <summary>Among fewer places nobody can say what is usual.</summary>
    private const int FewestPlaces = 8;

    /// <summary>Share of false ones among those named (Benjamini–Hochberg).</summary>
    private const double FalseShare = 0.01;

    private readonly SignalWording names = new(counts.Collection);

    /// <param name="notAssessed">Gets a sentence for what cannot be judged.</param>
    public IEnumerable<BlindSpot> Find(ICollection<string> notAssessed)
    {
        int last = counts.JudgedPeriods - 1;
        int first = Math.Max(0, counts.JudgedPeriods - Calendar.For(counts.Collection.Interval).PeriodsIn(YearDays));
        Slice slice = Slice.By(denominator.Dimension);
        bool isCounted = counts.Series.Any(series => series.Key.Slice == slice);
        (string Code, double Size, int Observed)[] places = [.. sizes.Where(pair => pair.Value > 0).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => (pair.Key, pair.Value, counts.Find(new SeriesKey(counts.Collection.Name, slice, pair.Key))?.Sum(first, last) ?? 0))];
        int complaints = places.Sum(place => place.Observed);
        if (!isCounted || last < first || places.Length < FewestPlaces || complaints == 0)
        {
            notAssessed.Add($"Fewer complaints than the number of {denominator.Title} predicts: not assessed, needs {FewestPlaces} places with a size and complaints of the last year, has {places.Count(place => place.Observed > 0)}.");
            return [];
        }

        double rate = complaints / places.Sum(place => place.Size);
        double spread = PlaceSpread.Of([.. places.Select(place => (place.Observed, place.Size * rate))], 1);
        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. places.Select(place => Tail(place.Observed, place.Size * rate, spread))]);
        return places.Zip(adjusted).Where(pair => pair.Second <= FalseShare)
            .OrderBy(pair => pair.Second).ThenBy(pair => pair.First.Code, StringComparer.Ordinal)
            .Select(pair => Describe(pair.First.Code, pair.First.Size, pair.First.Observed, pair.First.Size * rate, complaints, first, last));
    }

    private static double Tail(int observed, double expected, double spread) => NegativeBinomialDistribution.LowerTail(observed, expected, 1 + (spread * expected));

    private BlindSpot Describe(string code, double size, int observed, double expected, int complaints, int first, int last)
    {
        string place = names.Name(new(denominator.Dimension, code));
        DateOnly firstDay = counts.All.PeriodAt(first).Start;
        DateOnly lastDay = counts.All.PeriodAt(last).End;
        string sentence = $"{place}: {WordsFor.Complaints(observed)} from {WordsFor.Date(firstDay)} to {WordsFor.Date(lastDay)}, where its {WordsFor.Expected(size)} {denominator.Title} "
            + $"predict {WordsFor.Expected(expected)}. Few complaints may be good service, or a way to complain that people do not find.";
        return new BlindSpot(BlindSpotKind.BelowCaseload, denominator.Dimension, code, place, null, observed, expected, complaints, firstDay, lastDay, sentence);
    }
}
