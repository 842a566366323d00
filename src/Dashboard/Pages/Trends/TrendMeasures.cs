using System.Globalization;
using Dashboard.Charts;
using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Trends;
using Insights.Complaints;

namespace Dashboard.Pages.Trends;

/// <summary>Each measure's name, its arithmetic, and what it leaves out.</summary>
public static class TrendMeasures
{
    public static ValueFormat Format(TrendMeasure measure) => measure switch
    {
        TrendMeasure.Share or TrendMeasure.InTime or TrendMeasure.Upheld => ValueFormat.Percent,
        TrendMeasure.Rate => ValueFormat.Rate,
        _ => ValueFormat.Count,
    };

    public static string Title(TrendMeasure measure, CollectionContext collection) => measure switch
    {
        TrendMeasure.Complaints => "Complaints",
        TrendMeasure.Distinct => "Complaints, each letter campaign counted once",
        TrendMeasure.Share => "Share of all complaints",
        TrendMeasure.InTime => collection.Profile.ServiceStandard is { } standard
            ? string.Create(CultureInfo.InvariantCulture, $"Share answered in {standard.WorkingDays} working days")
            : "Share answered in time",
        TrendMeasure.Upheld => "Share upheld, wholly or partly",
        _ => collection.Definition.Denominator is { } denominator
            ? string.Create(CultureInfo.InvariantCulture, $"Complaints per {denominator.Per:#,0} {denominator.Title}")
            : "Complaints against size",
    };

    /// <summary>The measures a collection can be shown by: a rate only where sizes are known and the split is by what has one.</summary>
    public static IReadOnlyList<TrendMeasure> Offered(CollectionContext collection) =>
        [.. Enum.GetValues<TrendMeasure>().Where(measure => measure switch
        {
            TrendMeasure.Rate => collection.Definition.Denominator is not null,
            TrendMeasure.InTime => collection.Profile.ServiceStandard is not null && collection.Source.Answered > 0,
            TrendMeasure.Upheld => collection.Source.WithFinding > 0,
            _ => true,
        })];

    /// <summary>The value of a measure; null when it cannot be known (nothing to divide by).</summary>
    /// <param name="measure">Which one.</param>
    /// <param name="counts">The series' sums.</param>
    /// <param name="all">All complaints of the collection in the same time.</param>
    /// <param name="size">What the series is held against; null when not known.</param>
    /// <param name="denominator">The base of a rate; null when the source has no sizes.</param>
    public static double? Value(TrendMeasure measure, TrendCounts counts, int all, double? size, Denominator? denominator) => measure switch
    {
        TrendMeasure.Complaints => counts.Complaints,
        TrendMeasure.Distinct => counts.Distinct,
        TrendMeasure.Share => Ratio(counts.Complaints, all),
        TrendMeasure.InTime => Ratio(counts.AnsweredInTime, counts.Answered),
        TrendMeasure.Upheld => Ratio(counts.Upheld, counts.WithFinding),
        _ => size is { } known && denominator is not null ? counts.Complaints / known * denominator.Per : null,
    };

    /// <summary>The share that the profile's standard asks for; null when the measure has none.</summary>
    public static double? Target(TrendMeasure measure, CollectionContext collection) =>
        measure == TrendMeasure.InTime && collection.Profile.ServiceStandard?.Percent is { } percent ? percent / 100d : null;

    /// <summary>What a value is out of, in whole complaints; null for plain counts.</summary>
    public static int? Base(TrendMeasure measure, TrendCounts counts, int all) => measure switch
    {
        TrendMeasure.Share => all,
        TrendMeasure.InTime => counts.Answered,
        TrendMeasure.Upheld => counts.WithFinding,
        _ => null,
    };

    private static double? Ratio(int part, int whole) => whole == 0 ? null : part / (double)whole;
}
