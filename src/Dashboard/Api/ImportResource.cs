using Dashboard.Pages.Shared;
using Ingest.Store.Writing;
using Ingest.Validation;

namespace Dashboard.Api;

/// <summary>What became of an imported file: read = accepted + duplicates + updated + quarantined.</summary>
/// <param name="Read">Rows read.</param>
/// <param name="Accepted">New complaints.</param>
/// <param name="Duplicates">Rows that were there already.</param>
/// <param name="Updated">Complaints that were changed.</param>
/// <param name="Quarantined">Rows that were refused; each is kept and can be corrected.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="RowsPerSecond">Rows a second.</param>
/// <param name="Imports">The imports that were made, one a file, with their numbers.</param>
/// <param name="Failures">Files that could not be imported, each with a sentence that says why.</param>
public sealed record ImportResource(
    int Read, int Accepted, int Duplicates, int Updated, int Quarantined, double Seconds, double RowsPerSecond, IReadOnlyList<ImportedFileResource> Imports, IReadOnlyList<string> Failures)
{
    public static ImportResource Of(ImportReport? report, IReadOnlyList<string> failures)
    {
        ImportCounts total = report?.Total ?? default;
        return new ImportResource(
            total.Read, total.Accepted, total.Duplicates, total.Updated, total.Quarantined, Math.Round(report?.Seconds ?? 0, 3), Math.Round(report?.RowsPerSecond ?? 0, 1),
            [.. (report?.Files ?? []).Select(ImportedFile)], failures);
    }

    private static ImportedFileResource ImportedFile(FileAccount file)
    {
        ImportCounts counts = file.Counts;
        return new ImportedFileResource(
            file.BatchId, file.ShortName, new FileCountsResource(counts.Read, counts.Accepted, counts.Duplicates, counts.Updated, counts.Quarantined),
            counts.Quarantined > 0 ? PageLinks.RefusedCsv(file.BatchId) : null, file.Referrals);
    }
}
