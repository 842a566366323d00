using Ingest.Store.PageQueries.Imports;
using Ingest.Store.Writing;

namespace Ingest.Validation;

/// <summary>The account of one file.</summary>
/// <param name="FileName">Its name as given, with the entry of an archive or the sheet of a workbook.</param>
/// <param name="ShortName">The same without the folders of this machine.</param>
/// <param name="BatchId">The number of its import.</param>
/// <param name="Counts">Its account.</param>
public sealed record FileAccount(string FileName, string ShortName, long BatchId, ImportCounts Counts)
{
    /// <summary>What the complaints' dates say of their remit; null when the profile has no date on which they reach the examiner.</summary>
    public ReferralAccount? Referrals { get; init; }
}
