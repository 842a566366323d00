namespace Ingest.Store.Writing;

/// <summary>What the importer needs to know of a complaint that is there already.</summary>
internal sealed record StoredComplaint(long Id, byte[] ContentHash, DateOnly? CountedOn);
