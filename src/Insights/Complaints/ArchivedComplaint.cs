namespace Insights.Complaints;

/// <summary>What the explanation needs of one stored complaint.</summary>
/// <param name="ComplaintId">Its number in the store.</param>
/// <param name="Day">Its date by the collection's date basis; null when missing.</param>
/// <param name="Text">Redacted text; null when the source carried none.</param>
/// <param name="CampaignId">The group of near-identical letters it belongs to; null when it stands alone.</param>
/// <param name="Codes">Its codes by dimension; themes may be several; a missing one is absent.</param>
public sealed record ArchivedComplaint(long ComplaintId, DateOnly? Day, string? Text, long? CampaignId, IReadOnlyList<KeyValuePair<Dimension, string>> Codes)
{
    /// <summary>What counts as one: the complaint, or all letters of its campaign.</summary>
    public (long Id, bool IsCampaign) Voice => CampaignId is { } campaign ? (campaign, true) : (ComplaintId, false);

    /// <summary>When the thing complained of happened; null when not recorded.</summary>
    public DateOnly? EventOn { get; init; }

    /// <summary>True when the model was too unsure of its codes.</summary>
    public bool NeedsReview { get; init; }

    /// <summary>When it came in: was received, where events are counted, else imported; null when not known.</summary>
    public DateOnly? ReportedOn { get; init; }
}
