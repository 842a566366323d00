using Insights.Aggregation;
using Insights.Complaints;

namespace Insights.Detection.Scanning;

/// <summary>
/// What every series of a collection was expected to do, as known before each of its periods. All series are followed year by year from the first period on:
/// season and drift of a year rest on the years before it, the level on every period before. A sparse series borrows the season of a wider one that contains
/// it (its area, its office, all complaints), and its dispersion leans on that one's.
/// </summary>
internal sealed class CourseFitter
{
    /// <summary>The dispersion implied by the wider series weighs as much as so many years of a series' own.</summary>
    private const double BorrowedDispersionYears = 0.5;

    /// <summary>A borrowed season must make the counts likelier than none does.</summary>
    private const double FewestGain = 1;

    /// <summary>A code that began or ended within a half-year (less than this share of what was expected, or of what came) has not drifted.</summary>
    private const double EndedShare = 0.15;

    /// <summary>Where fewer come in half a year, none of them may be chance.</summary>
    private const double FewestOfCode = 10;

    private readonly CollectionCounts collection;
    private readonly Calendar calendar;
    private readonly SeasonFitter seasons;
    private readonly LevelFilter filter;
    private readonly int periods;
    private readonly Dictionary<SeriesKey, SeriesTrack> tracks = [];
    private readonly Dictionary<SeriesKey, SeriesKey[]> parents = [];

    public CourseFitter(CollectionCounts collection, Calendar calendar)
    {
        this.collection = collection;
        this.calendar = calendar;
        periods = collection.All.Complaints.Count;
        seasons = new SeasonFitter(calendar, periods);
        filter = new LevelFilter(calendar);
        int years = YearOf(periods) + 1;
        double[] ones = [.. Enumerable.Repeat(1.0, periods)];
        double[] flat = Cumulated(ones, null);
        foreach (PeriodCounts series in collection.Series.Append(collection.All).DistinctBy(series => series.Key))
        {
            double[] exposures = Exposures(series.Key, ones);
            tracks[series.Key] = new SeriesTrack(series, exposures, years) { Flat = ReferenceEquals(exposures, ones) ? flat : null };
            parents[series.Key] = [.. ParentsOf(series.Key)];
        }

        Follow(years);
    }

    /// <summary>The course for judging what begins with <paramref name="period"/>, from periods before it only.</summary>
    public ExpectedCourse For(PeriodCounts series, int period) => tracks[series.Key].CourseAt(period, YearOf(period), calendar.HalfYear);

    public SeriesTrack TrackOf(SeriesKey key) => tracks[key];

    private int YearOf(int period) => period / calendar.PeriodsPerYear;

    /// <summary>Single dimensions before pairs, so that a pair finds the season of its wider series ready.</summary>
    private void Follow(int years)
    {
        SeriesTrack[][] generations = [.. tracks.Values
            .GroupBy(track => track.Counts.Key.Facets.Count).OrderBy(group => group.Key).Select(group => group.ToArray())];
        Dictionary<SeriesKey, Season?> known = [];
        for (int year = 0; year < years; year++)
        {
            int before = year * calendar.PeriodsPerYear;
            foreach (SeriesTrack[] generation in generations)
            {
                (Season? Season, string Method)[] fitted = new (Season?, string)[generation.Length];
                Parallel.For(0, generation.Length, index => fitted[index] = SeasonOf(generation[index], known, before));
                bool[] isToldAgain = new bool[generation.Length];
                for (int index = 0; index < generation.Length; index++)
                {
                    bool isFirstTold = fitted[index].Season is not null && known.GetValueOrDefault(generation[index].Counts.Key) is null;
                    isToldAgain[index] = isFirstTold || year == SeasonFitter.FewestYears;
                    known[generation[index].Counts.Key] = fitted[index].Season;
                    generation[index].Methods[year] = fitted[index].Method;
                }

                Parallel.For(0, generation.Length, index =>
                {
                    if (isToldAgain[index])
                    {
                        TellDriftAgain(generation[index], fitted[index].Season, year);
                    }
                });
            }

            foreach (IGrouping<Slice, SeriesTrack> slice in tracks.Values.GroupBy(track => track.Counts.Key.Slice))
            {
                SetDrift([.. slice], year);
            }

            foreach (SeriesTrack[] generation in generations)
            {
                Parallel.ForEach(generation, track => FollowYear(track, known[track.Counts.Key], year));
            }
        }
    }

    private (Season? Season, string Method) SeasonOf(SeriesTrack track, Dictionary<SeriesKey, Season?> known, int before)
    {
        string level = collection.Collection.JudgesShares ? "its share" : "its level";
        if (seasons.Fit(track.Counts.Complaints, track.Exposures, before) is { } own)
        {
            return (own, $"{level} and season");
        }

        Season? best = null;
        double gain = FewestGain;
        foreach (SeriesKey parent in collection.Collection.JudgesShares ? [] : parents[track.Counts.Key])
        {
            if (known[parent] is { } season && SeasonFitter.LogLikelihoodGain(track.Counts.Complaints, track.Exposures, before, season) is var found && found > gain)
            {
                (best, gain) = (season, found);
            }
        }

        return (best, best is null ? level : $"{level} and the season of the wider series");
    }

    /// <summary>What half-years said before the season could be told, they said of the season: they are forecast again with it.</summary>
    private void TellDriftAgain(SeriesTrack track, Season? season, int years)
    {
        SeriesTrack again = track.Again();
        for (int year = 0; year < years; year++)
        {
            FollowYear(again, season, year);
        }

        track.TakeDrift(again);
    }

    private void SetDrift(SeriesTrack[] slice, int year)
    {
        double perPeriod = ExpectedCourse.DriftLength(calendar.HalfYear);
        double[][] ofCommon = [.. slice.Select(track => LevelDrift.OfCommon(track.DriftLikelihood))];
        double[] sum = LevelDrift.Nothing();
        foreach (double[] one in ofCommon)
        {
            for (int drift = 0; drift < sum.Length; drift++)
            {
                sum[drift] += one[drift];
            }
        }

        for (int index = 0; index < slice.Length; index++)
        {
            double[] others = [.. sum.Zip(ofCommon[index], (all, own) => all - own)];
            slice[index].Drifts[year] = LevelDrift.OfSeries(others, slice[index].DriftLikelihood) / perPeriod;
        }
    }

    private void FollowYear(SeriesTrack track, Season? season, int year)
    {
        track.CumulatedExposures[year] = season is null ? track.Flat ??= Cumulated(track.Exposures, null) : Cumulated(track.Exposures, season);
        int first = year * calendar.PeriodsPerYear;
        if (year == 0)
        {
            track.SquaresWeight = BorrowedDispersionYears * calendar.PeriodsPerYear;
            track.Squares = track.SquaresWeight;
        }
        else
        {
            LeanOnParent(track, first);
        }

        int last = Math.Min(periods, first + calendar.PeriodsPerYear);
        for (int period = first; period < last; period++)
        {
            filter.Step(track, period, year);
            if ((period + 1) % calendar.HalfYear == 0)
            {
                AddHalfYear(track, period, year);
            }
        }
    }

    private double[] Cumulated(double[] exposures, Season? season)
    {
        double[] cumulated = new double[periods + 1];
        for (int period = 0; period < periods; period++)
        {
            cumulated[period + 1] = cumulated[period] + (exposures[period] * (season?.Factors[period] ?? 1));
        }

        return cumulated;
    }

    /// <summary>At the turn of the first year: a part of the wider series has that share of its extra variation.</summary>
    private void LeanOnParent(SeriesTrack track, int first)
    {
        if (first > calendar.PeriodsPerYear || parents[track.Counts.Key] is not [{ } nearest, ..])
        {
            return;
        }

        SeriesTrack parent = tracks[nearest];
        double share = Math.Min(1, (track.Counts.Sum(0, first - 1) + 1.0) / (parent.Counts.Sum(0, first - 1) + 1.0));
        track.Squares += BorrowedDispersionYears * calendar.PeriodsPerYear * (parent.Dispersions[first] - 1) * share;
    }

    private void AddHalfYear(SeriesTrack track, int end, int year)
    {
        int start = end - calendar.HalfYear + 1;
        if (start < calendar.HalfYear)
        {
            return;
        }

        double exposure = track.CumulatedExposures[year][end + 1] - track.CumulatedExposures[year][start];
        double expected = track.Levels[start] * exposure;
        int observed = track.Counts.Sum(start, end);
        bool hasBegunOrEnded = Math.Max(observed, expected) >= FewestOfCode && Math.Min(observed, expected) <= EndedShare * Math.Max(observed, expected);
        if (expected > 0 && !hasBegunOrEnded)
        {
            LevelDrift.Add(track.DriftLikelihood, observed, expected, track.Dispersions[start], track.VarianceAt(start, year));
        }
    }

    /// <summary>What a series' counts are held against: where shares are judged, what it is a share of; 1 elsewhere.</summary>
    private double[] Exposures(SeriesKey key, double[] ones) =>
        collection.Collection.JudgesShares ? [.. collection.WholeOf(key).Complaints.Select(count => (double)count)] : ones;

    private IEnumerable<SeriesKey> ParentsOf(SeriesKey key)
    {
        IEnumerable<SeriesKey> single = key.Slice.Second is null ? [] : key.Facets.Select(facet => new SeriesKey(key.Collection, Slice.By(facet.Key), facet.Value));
        return key.Slice == Slice.All ? [] : single.Where(parent => collection.Find(parent) is not null).Append(collection.All.Key);
    }
}
