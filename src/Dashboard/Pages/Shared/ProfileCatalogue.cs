using System.Collections.Concurrent;
using Ingest.DataFiles;
using Ingest.Profiles;

namespace Dashboard.Pages.Shared;

/// <summary>The profiles in the data folder, each read once.</summary>
public sealed class ProfileCatalogue(DataFolder folder)
{
    private readonly ConcurrentDictionary<string, ImportProfile> loaded = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Names => folder.ProfileNames;

    public ImportProfile Load(string name) => loaded.GetOrAdd(name, folder.LoadProfile);
}
