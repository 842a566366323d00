using Ingest.Profiles;
using Ingest.Store.PageQueries.Collections;
using Insights.Complaints;

namespace Dashboard.Pages.Shared;

/// <summary>The collection a page is about: what is stored of it, how its profile describes it, and where its numbers came from.</summary>
public sealed record CollectionContext(CollectionListing Listing, ImportProfile Profile, SourceInformation Source)
{
    public int Id => Listing.Id;

    public string Name => Listing.Name;

    public string Title => Listing.Title;

    public ComplaintCollection Definition => Profile.Collection;

    /// <summary>The slices that are counted and so can be shown.</summary>
    public IReadOnlyList<Slice> Slices { get; } =
        [.. Listing.CountedSlices.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Slice.Parse).OfType<Slice>()];

    /// <summary>What a dimension is called here: the profile's word, else our own.</summary>
    public string TitleOf(Dimension dimension) =>
        Definition.DimensionTitles.TryGetValue(dimension, out string? title) ? title : DimensionNames.Of(dimension);

    public string TitleOf(Dimension dimension, string? code) => Definition.Taxonomy.TitleOf(dimension, code ?? "");

    /// <summary>
    /// The first day of what the source has not reported in full yet: a period that reaches it is drawn apart. A source that reports in time is known to
    /// the day looked from, so that a month which ends there is whole though the week is not.
    /// </summary>
    public DateOnly IncompleteFrom
    {
        get
        {
            DateOnly asOf = Source.AsOf ?? DateOnly.MinValue;
            if (Definition.IncompletePeriods == 0)
            {
                return asOf == DateOnly.MaxValue ? asOf : asOf.AddDays(1);
            }

            Period current = Period.Containing(Definition.Interval, asOf);
            Period firstOpen = current.End > asOf ? current : current.Next;
            return firstOpen.Add(-Definition.IncompletePeriods).Start;
        }
    }
}
