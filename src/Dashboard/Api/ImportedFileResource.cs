using Ingest.Store.PageQueries.Imports;

namespace Dashboard.Api;

/// <summary>One file's import.</summary>
/// <param name="Id">Its number; <c>/imports/ID</c> shows its account and its refused rows.</param>
/// <param name="File">Its name; in an archive or workbook, with the entry or sheet.</param>
/// <param name="Account">Its own account.</param>
/// <param name="RefusedRows">Address of its refused rows with their reasons, as CSV; null when there are none.</param>
/// <param name="RemitByDates">What the dates of its complaints say of their remit; null when the file has no date on which they reach the examiner.</param>
public sealed record ImportedFileResource(long Id, string File, FileCountsResource Account, string? RefusedRows, ReferralAccount? RemitByDates);
