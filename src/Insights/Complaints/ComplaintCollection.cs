using Insights.Taxonomies;

namespace Insights.Complaints;

/// <summary>A body of complaints that belong together: one profile's imports, one taxonomy, one way to count. Everything in it comes from data files.</summary>
public sealed record ComplaintCollection
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required Taxonomy Taxonomy { get; init; }

    /// <summary>The length of the periods in which the collection is watched.</summary>
    public required Interval Interval { get; init; }

    /// <summary>True when themes and areas come from the model; false when the source's own codes are used and nothing is classified.</summary>
    public required bool IsClassified { get; init; }

    /// <summary>The slices watched for signals, coarse to fine.</summary>
    public required IReadOnlyList<Slice> WatchedSlices { get; init; }

    /// <summary>
    /// When true, the watched question is "did this series' share of all complaints rise", not "did its count rise": right where the whole
    /// volume depends on how many cases the office decides. Default false.
    /// </summary>
    public bool JudgesShares { get; init; }

    /// <summary>How many series of each slice are watched at most, the largest first; the rest are reported as not watched. Default 200.</summary>
    public int MaxSeriesPerSlice { get; init; } = 200;

    /// <summary>
    /// How many of the newest whole periods are known to be incomplete in this source (decisions published late); they are drawn apart and not judged.
    /// Default 0.
    /// </summary>
    public int IncompletePeriods { get; init; }

    /// <summary>True when complaints are counted by the day of what they are about, which they reach days to years later. Default false.</summary>
    public bool CountsEvents { get; init; }

    /// <summary>Display names of the dimensions, such as "Landlord" for <see cref="Dimension.Organisation"/>.</summary>
    public IReadOnlyDictionary<Dimension, string> DimensionTitles { get; init; } = new Dictionary<Dimension, string>();

    /// <summary>What complaints can be held against; null when the source carries no size.</summary>
    public Denominator? Denominator { get; init; }
}
