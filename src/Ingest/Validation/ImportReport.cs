using Ingest.Store.Writing;

namespace Ingest.Validation;

/// <summary>The account of an import: read = accepted + duplicates + updated + quarantined, for each file and in total.</summary>
/// <param name="Files">The files that were read, in order.</param>
/// <param name="Failures">Files that could not be imported, each with a sentence that says why.</param>
/// <param name="Seconds">How long it took, counting included.</param>
public sealed record ImportReport(IReadOnlyList<FileAccount> Files, IReadOnlyList<string> Failures, double Seconds)
{
    public ImportCounts Total => Files.Aggregate(default(ImportCounts), (total, file) => total + file.Counts);

    public double RowsPerSecond => Seconds > 0 ? Total.Read / Seconds : 0;
}
