using Ingest.Store.PageQueries.Imports;
using Ingest.Store.Writing;

namespace Ingest.Validation;

/// <summary>The account of one file.</summary>
public sealed record FileAccount(string FileName, long BatchId, ImportCounts Counts)
{
    /// <summary>What the complaints' dates say of their remit; null when the profile has no date on which they reach the examiner.</summary>
    public ReferralAccount? Referrals { get; init; }
}
