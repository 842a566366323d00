using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Store;
using Insights;

namespace Dashboard.Jobs;

/// <summary>The profiles that people made here: files beside the database, so that they go where it goes and an update of the program leaves them alone.</summary>
public sealed class SavedProfiles(StorageOptions storage, DataFolder data)
{
    public const int LongestName = 60;
    private const string Extension = ".yaml";

    private readonly string folder = Path.GetFullPath($"{storage.DatabaseFile ?? StorageOptions.DefaultFile}.profiles");

    /// <summary>Their names, in ordinal order.</summary>
    public IReadOnlyList<string> Names => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*" + Extension).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The file of a saved profile; null when there is none of that name.</summary>
    public string? FileOf(string name) => IsName(name) && File.Exists(PathOf(name)) ? PathOf(name) : null;

    /// <summary>Small letters, digits and hyphens: a name that is a file's on every machine.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= LongestName && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    /// <summary>Keeps a profile, after it has proved readable.</summary>
    /// <exception cref="InputErrorException">The name is taken, or the profile cannot be used.</exception>
    public ImportProfile Save(string name, string yaml)
    {
        if (!IsName(name))
        {
            throw new InputErrorException($"'{name}' cannot be the name of a profile. Use up to {LongestName} small letters, digits and hyphens.");
        }

        if (FileOf(name) is not null || data.ProfileNames.Contains(name, StringComparer.Ordinal))
        {
            throw new InputErrorException($"There is a profile '{name}' already. Choose another name.");
        }

        Directory.CreateDirectory(folder);
        string draft = PathOf(name) + ".draft";
        File.WriteAllText(draft, yaml);
        try
        {
            data.LoadProfile(draft);
            File.Move(draft, PathOf(name));
        }
        finally
        {
            File.Delete(draft);
        }

        return data.LoadProfile(PathOf(name));
    }

    /// <summary>Reads a profile's text as if it were saved.</summary>
    /// <exception cref="InputErrorException">It cannot be used.</exception>
    public ImportProfile Parse(string yaml)
    {
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("insights-proposal-");
        try
        {
            string path = Path.Combine(temporary.FullName, "proposal" + Extension);
            File.WriteAllText(path, yaml);
            return data.LoadProfile(path);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    private string PathOf(string name) => Path.Combine(folder, name + Extension);
}
