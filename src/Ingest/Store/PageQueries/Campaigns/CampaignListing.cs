namespace Ingest.Store.PageQueries.Campaigns;

/// <summary>A group of near-identical letters.</summary>
/// <param name="Id">The number of its first complaint, which names it.</param>
/// <param name="Complaints">How many letters.</param>
/// <param name="First">The earliest day; null when none has a date.</param>
/// <param name="Last">The latest day.</param>
/// <param name="RedactedText">The first letter's text with personal data taken out.</param>
public sealed record CampaignListing(long Id, int Complaints, DateOnly? First, DateOnly? Last, string RedactedText);
