using Dashboard.Jobs;
using Ingest.DataFiles;
using Ingest.Store;

namespace Dashboard.Setup;

/// <summary>What the pages need to know before they start.</summary>
/// <param name="Storage">Where the store is.</param>
/// <param name="Data">Taxonomies, profiles and models.</param>
/// <param name="Addresses">Where to listen: addresses of this machine only.</param>
public sealed record DashboardSettings(StorageOptions Storage, DataFolder Data, IReadOnlyList<string> Addresses)
{
    /// <summary>How files come in by themselves.</summary>
    public ImportSettings Imports { get; init; } = new();

    /// <summary>When false, nothing runs in the background and uploads wait: for tests of pages. Default true.</summary>
    public bool RunsJobs { get; init; } = true;
}
