using Insights.Aggregation;
using Insights.Complaints;
using Insights.Statistics;

namespace Insights.Detection.Scanning;

/// <summary>
/// Chooses the course that a series is held against: its own where it has complaints enough for one, else a flat one or one borrowed from a wider series
/// that contains it (all complaints, its area, its office), scaled to its level. A sparse cell so gets the season of its parent instead of none or noise.
/// Keeps what it fitted; not thread-safe.
/// </summary>
internal sealed class CourseFitter(CollectionCounts collection, Calendar calendar)
{
    /// <summary>Complaints before the origin from which on a season of one's own can be told from chance: five coefficients at thirty each.</summary>
    private const int FewestForOwnCourse = 150;

    /// <summary>Added to the count when a level is estimated: a series never seen before gets a small level, not zero (Jeffreys' prior).</summary>
    private const double PriorComplaints = 0.5;

    /// <summary>Past periods beyond this quantile are cut back to it before the level is taken, so that past outbreaks do not raise it.</summary>
    private const double CutQuantile = 0.995;

    /// <summary>Dispersion supposed when past outbreaks are cut: with less, ordinary variation would be cut with them and chance taken for less than it is.</summary>
    private const double CutDispersion = 2;

    /// <summary>The dispersion of a sparse series is drawn towards the one its parent implies with the weight of so many years of its own.</summary>
    private const double BorrowedDispersionYears = 1;

    private readonly OwnCourseFitter ownFitter = new(calendar);
    private readonly Dictionary<(SeriesKey, int), ExpectedCourse> fitted = [];

    /// <summary>The course for judging <paramref name="period"/>, fitted to periods before it only.</summary>
    public ExpectedCourse For(PeriodCounts series, int period) => At(series, period / calendar.FitEvery * calendar.FitEvery);

    private ExpectedCourse At(PeriodCounts series, int origin)
    {
        if (!fitted.TryGetValue((series.Key, origin), out ExpectedCourse? course))
        {
            fitted[(series.Key, origin)] = course = Choose(series, origin);
        }

        return course;
    }

    private ExpectedCourse Choose(PeriodCounts series, int origin)
    {
        double[] exposures = Exposures(series.Key);
        ExpectedCourse flat = new(origin, exposures, 1, 0, collection.Collection.JudgesShares ? "its share" : "its level", 0);
        ExpectedCourse best = Scale(series, flat, origin);
        foreach (PeriodCounts parent in Parents(series.Key))
        {
            ExpectedCourse borrowed = Scale(series, At(parent, origin), origin);
            best = borrowed.Criterion < best.Criterion ? borrowed : best;
        }

        return series.Sum(0, origin - 1) >= FewestForOwnCourse && ownFitter.Fit(series.Complaints, exposures, origin) is { } own ? own : best;
    }

    /// <summary>
    /// What a series' counts are held against. Where shares are judged: all complaints, or those of its second code (of the organisation), so that mergers
    /// and batches of an organisation cancel. 1 elsewhere.
    /// </summary>
    private double[] Exposures(SeriesKey key)
    {
        if (!collection.Collection.JudgesShares)
        {
            return [.. collection.All.Complaints.Select(_ => 1.0)];
        }

        PeriodCounts? whole = key.Slice.Second is { } second ? collection.Find(new SeriesKey(key.Collection, Slice.By(second), key.SecondCode)) : null;
        return [.. (whole ?? collection.All).Complaints.Select(total => (double)total)];
    }

    private IEnumerable<PeriodCounts> Parents(SeriesKey key)
    {
        if (key.Slice == Slice.All || collection.Collection.JudgesShares)
        {
            return [];
        }

        IEnumerable<SeriesKey> keys = key.Slice.Second is null
            ? []
            : key.Facets.Select(facet => new SeriesKey(key.Collection, Slice.By(facet.Key), facet.Value));
        return keys.Select(collection.Find).OfType<PeriodCounts>().Append(collection.All);
    }

    private ExpectedCourse Scale(PeriodCounts series, ExpectedCourse shape, int origin)
    {
        double shapeSum = shape.Sum(0, origin - 1);
        double[] kept = [.. series.Complaints.Take(origin).Select(count => (double)count)];
        if (shapeSum == 0)
        {
            // What it is a share of did not exist yet: nothing can be expected, and nothing is judged.
            return new ExpectedCourse(origin, new double[shape.Means.Length], 1, 0, shape.Method, 0);
        }

        double ratio = (kept.Sum() + PriorComplaints) / shapeSum;
        for (int period = 0; period < origin; period++)
        {
            double mean = ratio * shape.Means[period];
            kept[period] = mean > 0 ? Math.Min(kept[period], NegativeBinomialDistribution.Quantile(CutQuantile, mean, Math.Max(CutDispersion, shape.Dispersion))) : kept[period];
        }

        double total = kept.Sum() + PriorComplaints;
        ratio = total / shapeSum;
        double[] means = [.. shape.Means.Select(mean => ratio * mean)];
        double dispersion = Dispersion(kept, means, 1 + ((shape.Dispersion - 1) * Math.Min(1, ratio)));
        double deviance = 0;
        for (int period = 0; period < origin; period++)
        {
            deviance += means[period] == 0 ? 0 : 2 * ((kept[period] > 0 ? kept[period] * Math.Log(kept[period] / means[period]) : 0) - kept[period] + means[period]);
        }

        return new ExpectedCourse(origin, means, dispersion, (dispersion / total) + shape.RelativeVariance, Borrowed(shape.Method), deviance);
    }

    private double Dispersion(double[] counts, double[] means, double implied)
    {
        double pearson = 0;
        for (int period = 0; period < counts.Length; period++)
        {
            double difference = counts[period] - means[period];
            pearson += means[period] > 0 ? difference * difference / means[period] : 0;
        }

        double weight = BorrowedDispersionYears * calendar.PeriodsPerYear;
        return Math.Max(1, (pearson + (weight * implied)) / (counts.Length - 1 + weight));
    }

    private static string Borrowed(string method) => method.StartsWith("its own", StringComparison.Ordinal)
        ? string.Concat("its level on the course of the wider series (", method.AsSpan("its own ".Length), ")")
        : method;
}
