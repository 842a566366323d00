using Ingest.Store.PageQueries.Complaints;

namespace Dashboard.Api;

/// <summary>A page of complaints. <paramref name="IsExact"/> is false when counting stopped at <paramref name="Count"/>.</summary>
public sealed record ComplaintListResource(string Collection, int Count, bool IsExact, int Page, int PageSize, IReadOnlyList<ComplaintListing> Complaints);
