using Ingest.Store.Entities;

namespace Ingest.Store.PageQueries.Counts;

/// <summary>One row of counts, of a day or of a month, as the pages' sums see it.</summary>
internal sealed class CountedPart : CountRow
{
    /// <summary>First day of the month it falls in.</summary>
    public DateOnly Month { get; init; }
}
