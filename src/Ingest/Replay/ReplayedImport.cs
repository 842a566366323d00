using Ingest.Store.Writing;

namespace Ingest.Replay;

/// <summary>What a replay changed in one import's account.</summary>
public sealed record ReplayedImport(long BatchId, string FileName, ImportCounts Before, ImportCounts After);
