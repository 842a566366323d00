using Ingest.Store.Writing;

namespace Ingest.Replay;

/// <summary>What became of replayed rows: read = accepted + duplicates + updated + quarantined, the last being those still refused.</summary>
/// <param name="Counts">The rows of this replay.</param>
/// <param name="Imports">The imports they belong to, with their accounts before and after.</param>
/// <param name="Unknown">Numbers that are no open refused rows: replayed before, undone, or never there.</param>
/// <param name="Seconds">How long it took, counting included.</param>
public sealed record ReplayReport(ImportCounts Counts, IReadOnlyList<ReplayedImport> Imports, IReadOnlyList<long> Unknown, double Seconds);
