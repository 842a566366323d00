using Ingest.Profiles;
using Insights;
using Insights.Clocks;
using Insights.Detection.Scanning;
using Insights.Explanation;
using Insights.Taxonomies;

namespace Ingest.DataFiles;

/// <summary>The folder of everything that is data, not code: taxonomies, profiles, calendars, lexicons, models.</summary>
public sealed class DataFolder
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string EnvironmentVariable = "INSIGHTS_DATA";

    private const string FolderName = "models";
    private const string TaxonomyFolder = "taxonomy";
    private const string ProfileFolder = "profiles";
    private const string CalendarFolder = "calendars";
    private const string MapFolder = "maps";
    private const string FileExtension = ".yaml";
    private const string RankingFileName = "ranking.yaml";
    private const string VulnerabilityFileName = "vulnerability.yaml";
    private static readonly string[] ProfileExtensions = [FileExtension, ".yml", ".json"];

    public DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        if (!Directory.Exists(System.IO.Path.Combine(Path, TaxonomyFolder)))
        {
            throw new InputErrorException($"{Path} is not a data folder: it has no folder '{TaxonomyFolder}'.");
        }
    }

    /// <summary>Full path of the folder.</summary>
    public string Path { get; }

    /// <summary>The names of the profiles that ship, in ordinal order.</summary>
    public IReadOnlyList<string> ProfileNames => NamesIn(ProfileFolder);

    /// <summary>The names of the taxonomies, in ordinal order.</summary>
    public IReadOnlyList<string> TaxonomyNames => NamesIn(TaxonomyFolder);

    /// <summary>
    /// Finds the data folder: the setting or the environment variable <c>INSIGHTS_DATA</c>, else a folder <c>models</c> here or above, else the one
    /// beside the program.
    /// </summary>
    public static DataFolder Find(string? setting = null)
    {
        if ((setting ?? Environment.GetEnvironmentVariable(EnvironmentVariable)) is { Length: > 0 } named)
        {
            return new DataFolder(named);
        }

        for (DirectoryInfo? folder = new(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            string candidate = System.IO.Path.Combine(folder.FullName, FolderName);
            if (Directory.Exists(System.IO.Path.Combine(candidate, TaxonomyFolder)))
            {
                return new DataFolder(candidate);
            }
        }

        return new DataFolder(System.IO.Path.Combine(AppContext.BaseDirectory, FolderName));
    }

    /// <summary>Full path of a file of the folder.</summary>
    public string FileIn(string folder, string file) => System.IO.Path.Combine(Path, folder, file);

    /// <exception cref="InputErrorException">There is no such taxonomy, or its file is wrong.</exception>
    public Taxonomy LoadTaxonomy(string name) =>
        TaxonomyFile.Load(FileOf(TaxonomyFolder, name) ?? throw Unknown("taxonomy", name, NamesIn(TaxonomyFolder)));

    /// <exception cref="InputErrorException">There is no such calendar, or its file is wrong.</exception>
    public WorkingDayCalendar LoadCalendar(string name) =>
        CalendarFile.Load(FileOf(CalendarFolder, name) ?? throw Unknown("calendar", name, NamesIn(CalendarFolder)));

    /// <summary>The weights that put a signal first; the built-in ones where the folder has no file of them.</summary>
    /// <exception cref="InputErrorException">The file is wrong.</exception>
    public RankingWeights LoadRanking() => FileNamed(RankingFileName) is { } file ? RankingFile.Load(file) : new RankingWeights();

    /// <summary>The phrases that tell of vulnerability; none where the folder has no file of them.</summary>
    /// <exception cref="InputErrorException">The file is wrong.</exception>
    public VulnerabilityMarks LoadVulnerability() => FileNamed(VulnerabilityFileName) is { } file ? VulnerabilityFile.Load(file) : VulnerabilityMarks.None;

    /// <summary>Loads a profile by its name or from a file. A file's taxonomy and maps may lie beside it.</summary>
    /// <exception cref="InputErrorException">There is no such profile, or its file is wrong.</exception>
    public ImportProfile LoadProfile(string nameOrFile)
    {
        if (FileOf(ProfileFolder, nameOrFile) is { } shipped)
        {
            return ProfileFile.Load(shipped, nameOrFile, LoadTaxonomy, LoadMap, LoadCalendar);
        }

        if (!File.Exists(nameOrFile))
        {
            throw Unknown("profile", nameOrFile, ProfileNames);
        }

        string file = System.IO.Path.GetFullPath(nameOrFile);
        return ProfileFile.Load(
            file,
            file,
            name => Beside(file, name) is { } taxonomy ? TaxonomyFile.Load(taxonomy) : LoadTaxonomy(name),
            name => Beside(file, name) is { } map ? ValueMapFile.Load(map) : LoadMap(name),
            LoadCalendar);
    }

    private string? FileNamed(string name) => System.IO.Path.Combine(Path, name) is var file && File.Exists(file) ? file : null;

    private static string? Beside(string profileFile, string name) => new[] { name, name + FileExtension }
        .Select(file => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(profileFile)!, file))
        .FirstOrDefault(File.Exists);

    private ValueMapFile LoadMap(string name) => ValueMapFile.Load(FileOf(MapFolder, name) ?? throw Unknown("map of values", name, NamesIn(MapFolder)));

    private string? FileOf(string folder, string name)
    {
        bool isPlainName = name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
        return isPlainName
            ? ProfileExtensions.Select(extension => System.IO.Path.Combine(Path, folder, name + extension)).FirstOrDefault(File.Exists)
            : null;
    }

    private List<string> NamesIn(string folder)
    {
        string path = System.IO.Path.Combine(Path, folder);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path)
                .Where(file => ProfileExtensions.Contains(System.IO.Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .Select(file => System.IO.Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal)]
            : [];
    }

    private InputErrorException Unknown(string kind, string name, IReadOnlyList<string> known) =>
        new($"There is no {kind} '{name}' in {Path}, and no file of that name. Known: {string.Join(", ", known)}.");
}
