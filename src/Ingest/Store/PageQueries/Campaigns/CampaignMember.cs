namespace Ingest.Store.PageQueries.Campaigns;

/// <summary>One letter of a campaign.</summary>
public sealed record CampaignMember(long Id, string Reference, DateOnly? CountedOn, string? BusinessArea, string? Office);
