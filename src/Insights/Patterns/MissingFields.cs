using Insights.Complaints;
using Insights.Detection.Scanning;
using Insights.Statistics;
using MathNet.Numerics.Distributions;

namespace Insights.Patterns;

/// <summary>Fields that a place has stopped recording: missing more often in the last three whole months than there before and than elsewhere now.</summary>
internal sealed class MissingFields
{
    private const int RecentMonths = 3;
    private const int PastMonths = 12;
    private const int FewestRecent = 10;
    private const int FewestPast = 20;

    /// <summary>A smaller rise of the share, in parts of one, is no lost field.</summary>
    private const double SmallestRise = 0.2;

    /// <summary>Share of false ones among those named (Benjamini–Hochberg).</summary>
    private const double FalseShare = 0.01;

    /// <summary>What the model gives is never missed by the office.</summary>
    private static readonly Dimension[] CodedByModel = [Dimension.BusinessArea, Dimension.ComplaintType, Dimension.Remit];

    /// <summary>Not recorded one by one: themes may be several or none, and what follows from dates is calculated from them.</summary>
    private static readonly Dimension[] NotRecorded = [Dimension.Theme, Dimension.RemitByDates];

    private readonly SignalWording names;
    private readonly Dimension[] fields;
    private readonly DateOnly firstRecent;

    public MissingFields(ComplaintCollection collection, DateOnly asOf)
    {
        names = new SignalWording(collection);
        fields = [.. Enum.GetValues<Dimension>().Where(field => !NotRecorded.Contains(field) && !(collection.IsClassified && CodedByModel.Contains(field)))];
        Period openMonth = Period.Containing(Interval.Month, asOf.AddDays(1));
        LastDay = openMonth.Previous.End;
        firstRecent = openMonth.Add(-RecentMonths).Start;
        FirstDay = openMonth.Add(-RecentMonths - PastMonths).Start;
    }

    public DateOnly FirstDay { get; }

    public DateOnly LastDay { get; }

    /// <summary>True for the same field missing in all complaints, which every kind of place shows.</summary>
    public static bool IsSame(BlindSpot one, BlindSpot other) =>
        one.Kind == BlindSpotKind.MissingField && other.Kind == BlindSpotKind.MissingField && one.Field == other.Field && one.Code.Length == 0 && other.Code.Length == 0;

    /// <param name="dimension">What the places are.</param>
    /// <param name="rows">The complaints of each place and month between the two days.</param>
    /// <param name="notAssessed">Gets a sentence for what cannot be judged.</param>
    public IEnumerable<BlindSpot> Find(Dimension dimension, IReadOnlyList<RecordedFields> rows, ICollection<string> notAssessed)
    {
        List<Tested> tested = [];
        foreach (Dimension field in fields.Where(field => field != dimension))
        {
            Share allNow = Share.Of(rows.Where(row => row.Month >= firstRecent), field);
            Share allBefore = Share.Of(rows.Where(row => row.Month < firstRecent), field);
            tested.Add(new Tested("", field, allNow, allBefore, new Share(0, 0)));
            foreach (IGrouping<string, RecordedFields> place in rows.Where(row => row.Place.Length > 0).GroupBy(row => row.Place, StringComparer.Ordinal))
            {
                Share now = Share.Of(place.Where(row => row.Month >= firstRecent), field);
                Share before = Share.Of(place.Where(row => row.Month < firstRecent), field);
                tested.Add(new Tested(place.Key, field, now, before, new Share(allNow.Missing - now.Missing, allNow.OutOf - now.OutOf)));
            }
        }

        int all = tested.Count;
        int few = tested.RemoveAll(test => test.Now.OutOf < FewestRecent || test.Before.OutOf < FewestPast);
        if (few > 0 && rows.Any(row => row.Place.Length > 0))
        {
            notAssessed.Add($"Fields no longer recorded by {names.DimensionName(dimension)}: {WordsFor.Figure(few)} of {WordsFor.Figure(all)} pairs of place and field not assessed, fewer than {FewestRecent} complaints in the last {RecentMonths} months or {FewestPast} in the {PastMonths} before.");
        }

        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. tested.Select(test => test.PValue)]);
        return tested.Zip(adjusted)
            .Where(pair => pair.Second <= FalseShare && pair.First.Now.Part >= pair.First.Usual + SmallestRise)
            .OrderBy(pair => pair.Second).ThenBy(pair => pair.First.Field).ThenBy(pair => pair.First.Place, StringComparer.Ordinal)
            .Select(pair => Describe(dimension, pair.First));
    }

    private BlindSpot Describe(Dimension dimension, Tested test)
    {
        string place = test.Place.Length == 0 ? "All complaints" : names.Name(new(dimension, test.Place));
        double expected = test.Usual * test.Now.OutOf;
        string elsewhere = test.Elsewhere.OutOf > 0 ? $" and in {WordsFor.Percent(test.Elsewhere.Part)} elsewhere now" : string.Empty;
        string answered = test.Field == Dimension.Finding ? "answered or closed complaints" : "complaints";
        string sentence = $"{place}: {names.DimensionName(test.Field)} is not recorded in {WordsFor.Figure(test.Now.Missing)} of {WordsFor.Figure(test.Now.OutOf)} {answered} from {WordsFor.Date(firstRecent)} to "
            + $"{WordsFor.Date(LastDay)}, where {WordsFor.Expected(expected)} were expected: it was missing in {WordsFor.Percent(test.Before.Part)} of the {WordsFor.Figure(test.Before.OutOf)} of the 12 months before{elsewhere}.";
        return new BlindSpot(BlindSpotKind.MissingField, dimension, test.Place, place, test.Field, test.Now.Missing, expected, test.Now.OutOf, firstRecent, LastDay, sentence);
    }

    /// <summary>How many of some complaints lack a field.</summary>
    private readonly record struct Share(int Missing, int OutOf)
    {
        public double Part => OutOf == 0 ? 0 : Missing / (double)OutOf;

        public static Share Of(IEnumerable<RecordedFields> rows, Dimension field)
        {
            RecordedFields[] all = [.. rows];
            return new(all.Sum(row => row.Missing.GetValueOrDefault(field)), all.Sum(row => field == Dimension.Finding ? row.Closed : row.Complaints));
        }
    }

    /// <summary>A place and field, its recent share, its earlier one and that of the other places.</summary>
    private sealed record Tested(string Place, Dimension Field, Share Now, Share Before, Share Elsewhere)
    {
        /// <summary>What was usual: the larger of the two shares, so that only what both leave unexplained counts; half a complaint is added to the past.</summary>
        public double Usual => Math.Max((Before.Missing + 0.5) / (Before.OutOf + 1.0), Elsewhere.Part);

        /// <summary>Binomial chance of so many or more.</summary>
        public double PValue => Now.Missing == 0 || Usual >= 1 ? 1 : 1 - Binomial.CDF(Usual, Now.OutOf, Now.Missing - 1);
    }
}
