using Ingest.Store.Writing;

namespace Ingest.Validation;

/// <summary>The account of one file.</summary>
public sealed record FileAccount(string FileName, long BatchId, ImportCounts Counts);
