namespace Ingest.Store.PageQueries.Complaints;

/// <summary>How many complaints a filter finds. <paramref name="IsExact"/> is false when counting stopped at <paramref name="Complaints"/>.</summary>
public readonly record struct ComplaintCount(int Complaints, bool IsExact);
