namespace Ingest.Store.PageQueries.Imports;

/// <summary>What follows for the remit from the dates of the complaints that stand as an import left them. All four together are all of them.</summary>
/// <param name="InTime">Brought within the time after the final response.</param>
/// <param name="NoFinalResponse">Brought before there was a final response.</param>
/// <param name="OutOfTime">Brought too late.</param>
/// <param name="NotKnown">A date is missing, or no such clock is for their business area.</param>
public sealed record ReferralAccount(int InTime, int NoFinalResponse, int OutOfTime, int NotKnown);
