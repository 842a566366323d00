using Insights.Complaints;
using Insights.Nowcasting;

namespace Insights.Aggregation;

/// <summary>All counted series of a collection on one common axis of periods.</summary>
public sealed class CollectionCounts
{
    private readonly Dictionary<SeriesKey, PeriodCounts> byKey;

    internal CollectionCounts(ComplaintCollection collection, DateOnly asOf, PeriodCounts all, IReadOnlyList<PeriodCounts> series)
    {
        Collection = collection;
        AsOf = asOf;
        All = all;
        Series = series;
        byKey = series.Append(all).DistinctBy(counts => counts.Key).ToDictionary(counts => counts.Key);
    }

    public ComplaintCollection Collection { get; }

    /// <summary>The day from which this collection is looked at: never far beyond its newest complaint.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The series of all complaints.</summary>
    public PeriodCounts All { get; }

    /// <summary>Every series of the watched slices and of their single dimensions, by slice and code (ordinal).</summary>
    public IReadOnlyList<PeriodCounts> Series { get; }

    public int JudgedPeriods => All.JudgedPeriods;

    /// <summary>How complete the newest periods are; null when nobody asked.</summary>
    public Nowcast? Nowcast { get; private init; }

    /// <summary>The same counts with what is known of the complaints still to come.</summary>
    internal CollectionCounts With(Nowcast nowcast) => new(Collection, AsOf, All, Series) { Nowcast = nowcast };

    /// <summary>The same counts with fewer periods judged, as they stood earlier.</summary>
    internal CollectionCounts Until(int judgedPeriods) => new(Collection, AsOf, All.Until(judgedPeriods), [.. Series.Select(counts => counts.Until(judgedPeriods))]);

    /// <summary>A series by its key; null when it has no complaint.</summary>
    public PeriodCounts? Find(SeriesKey key) => byKey.GetValueOrDefault(key);

    /// <summary>
    /// The series that a series is a share of, where shares are judged: all complaints, or those of its second code (of the organisation), so that mergers and batches of
    /// an organisation cancel.
    /// </summary>
    internal PeriodCounts WholeOf(SeriesKey key) =>
        (key.Slice.Second is { } second ? Find(new SeriesKey(key.Collection, Slice.By(second), key.SecondCode)) : null) ?? All;
}
