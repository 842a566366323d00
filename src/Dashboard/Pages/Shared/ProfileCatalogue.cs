using System.Collections.Concurrent;
using Dashboard.Jobs;
using Ingest.DataFiles;
using Ingest.Profiles;

namespace Dashboard.Pages.Shared;

/// <summary>The profiles that ship and those that people made here, each read once.</summary>
public sealed class ProfileCatalogue(DataFolder folder, SavedProfiles saved)
{
    private readonly ConcurrentDictionary<string, ImportProfile> loaded = new(StringComparer.Ordinal);

    /// <summary>Those made here first: they are what this office imports.</summary>
    public IReadOnlyList<string> Names => [.. saved.Names, .. folder.ProfileNames];

    public ImportProfile Load(string name) => loaded.GetOrAdd(name, wanted => folder.LoadProfile(saved.FileOf(wanted) ?? wanted));
}
