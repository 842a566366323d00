namespace Ingest.Store.Entities;

/// <summary>A body of complaints that one profile feeds. The definition (taxonomy, slices, display names) stays in the profile's data file; this row keeps which one was used.</summary>
public sealed class CollectionRow
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string Title { get; set; }

    public required string ProfileName { get; set; }

    public required string TaxonomyName { get; set; }

    public required string TaxonomyVersion { get; set; }

    /// <summary>Names of the slices that are counted, separated by spaces; when the profile asks for others, every day is counted anew.</summary>
    public required string CountedSlices { get; set; }
}
