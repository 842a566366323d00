namespace Ingest.Store.PageQueries.Campaigns;

/// <summary>What campaigns do to a collection's numbers.</summary>
/// <param name="Groups">How many campaigns there are.</param>
/// <param name="InGroups">Complaints that belong to one.</param>
/// <param name="Complaints">All complaints.</param>
public sealed record CampaignTotals(int Groups, int InGroups, int Complaints)
{
    /// <summary>The same with each campaign counted once over all time.</summary>
    public int CountedOnce => Complaints - InGroups + Groups;
}
