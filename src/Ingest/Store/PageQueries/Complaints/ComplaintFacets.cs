namespace Ingest.Store.PageQueries.Complaints;

/// <summary>The counts beside the list. <paramref name="CountedComplaints"/> says over how many complaints: the newest ones when there are too many to count.</summary>
public sealed record ComplaintFacets(IReadOnlyList<FacetCount> Counts, int CountedComplaints, bool IsComplete);
