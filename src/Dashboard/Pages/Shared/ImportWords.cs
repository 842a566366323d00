using Dashboard.Charts;
using Ingest.Store.Entities;
using Ingest.Store.PageQueries.Imports;
using Ingest.Store.Writing;

namespace Dashboard.Pages.Shared;

/// <summary>Words and colours for where an import stands.</summary>
public static class ImportWords
{
    public static string State(ImportState state) => state switch
    {
        ImportState.Running => "Running",
        ImportState.Finished => "Finished",
        ImportState.Failed => "Failed",
        _ => "Undone",
    };

    /// <summary>An account as a sentence.</summary>
    public static string Account(ImportCounts counts) =>
        $"{Count(counts.Read)} read = {Count(counts.Accepted)} accepted + {Count(counts.Duplicates)} duplicates + {Count(counts.Updated)} updated + {Count(counts.Quarantined)} refused";

    /// <summary>What the dates of an import's complaints say of their remit, as a sentence.</summary>
    public static string Referrals(ReferralAccount referrals) =>
        $"by their dates, {Count(referrals.OutOfTime)} came out of time, {Count(referrals.NoFinalResponse)} before a final response and {Count(referrals.InTime)} in time; for {Count(referrals.NotKnown)} the dates do not tell (one is missing, or there is no time limit for the business area)";

    public static string TagClass(ImportState state) => state switch
    {
        ImportState.Running => "govuk-tag--yellow",
        ImportState.Finished => "govuk-tag--green",
        ImportState.Failed => "govuk-tag--red",
        _ => "govuk-tag--grey",
    };

    private static string Count(int number) => ChartNumber.Write(number, ValueFormat.Count);
}
