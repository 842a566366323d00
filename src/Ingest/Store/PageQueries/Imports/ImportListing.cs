using Ingest.Store.Entities;

namespace Ingest.Store.PageQueries.Imports;

/// <summary>One import in the list.</summary>
public sealed record ImportListing(
    long Id, string FileName, string Collection, DateTime StartedAtUtc, ImportState State, int Read, int Accepted, int Duplicates, int Updated, int Quarantined);
