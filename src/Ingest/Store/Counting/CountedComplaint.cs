namespace Ingest.Store.Counting;

/// <summary>What counting needs of one complaint.</summary>
/// <param name="Codes">Its codes by the number of the dimension; empty strings for missing ones. The place of the theme is not used.</param>
/// <param name="Themes">Its themes; one empty string when it has none.</param>
/// <param name="CampaignId">The letter campaign it belongs to; null when it stands alone.</param>
/// <param name="ReceivedOn">Start of the service clock.</param>
/// <param name="RespondedOn">End of the service clock.</param>
internal sealed record CountedComplaint(string[] Codes, IReadOnlyList<string> Themes, long? CampaignId, DateOnly? ReceivedOn, DateOnly? RespondedOn);
