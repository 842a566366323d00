using Ingest.Store.Entities;

namespace Ingest.Store.PageQueries.Imports;

/// <summary>One import with its account.</summary>
public sealed record ImportDetail(ImportBatchRow Batch, string CollectionName, string CollectionTitle);
