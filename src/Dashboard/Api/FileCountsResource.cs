namespace Dashboard.Api;

/// <summary>The account of one file: read = accepted + duplicates + updated + quarantined.</summary>
public sealed record FileCountsResource(int Read, int Accepted, int Duplicates, int Updated, int Quarantined);
