using Insights.Complaints;

namespace Ingest.Store.Counting;

/// <summary>The slices a collection is counted by: everything, every single dimension, and the pairs its profile watches.</summary>
public static class CountedSlices
{
    public static IReadOnlyList<Slice> For(ComplaintCollection collection) =>
        [Slice.All, .. Enum.GetValues<Dimension>().Select(dimension => Slice.By(dimension)), .. collection.WatchedSlices.Where(slice => slice.Second is not null).Distinct()];

    /// <summary>The names as they stand in the collection's row.</summary>
    public static string NamesOf(IEnumerable<Slice> slices) => string.Join(' ', slices);
}
