namespace Ingest.Undo;

/// <summary>What undoing an import did.</summary>
/// <param name="BatchId">The import.</param>
/// <param name="FileName">Its file.</param>
/// <param name="Removed">Complaints that only it had brought: gone.</param>
/// <param name="Restored">Complaints it had changed: again what they were before.</param>
/// <param name="Seconds">How long it took, counting included.</param>
public sealed record UndoReport(long BatchId, string FileName, int Removed, int Restored, double Seconds);
