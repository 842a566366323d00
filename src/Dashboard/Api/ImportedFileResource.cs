using Ingest.Store.PageQueries.Imports;

namespace Dashboard.Api;

/// <summary>One file's import.</summary>
/// <param name="Id">Its number; <c>/imports/ID</c> shows its account and its refused rows.</param>
/// <param name="File">Its name.</param>
/// <param name="RemitByDates">What the dates of its complaints say of their remit; null when the profile has no date on which they reach the examiner.</param>
public sealed record ImportedFileResource(long Id, string File, ReferralAccount? RemitByDates);
