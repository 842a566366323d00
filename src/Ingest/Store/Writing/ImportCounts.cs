namespace Ingest.Store.Writing;

/// <summary>An account of rows: read = accepted + duplicates + updated + quarantined.</summary>
public readonly record struct ImportCounts(int Accepted, int Duplicates, int Updated, int Quarantined)
{
    public int Read => Accepted + Duplicates + Updated + Quarantined;

    public static ImportCounts operator +(ImportCounts left, ImportCounts right) => left.Add(right);

    public ImportCounts Add(ImportCounts other) =>
        new(Accepted + other.Accepted, Duplicates + other.Duplicates, Updated + other.Updated, Quarantined + other.Quarantined);
}
