using System.Globalization;
using Dashboard.Api;
using Dashboard.Pages.Shared;
using Dashboard.Verbs;
using Ingest.Validation;
using Insights;

namespace Dashboard.Jobs;

/// <summary>The folder that other programs drop files into: which are complete, where they go afterwards, and the report beside each.</summary>
public sealed class WatchedFolder(ImportSettings settings, ProfileCatalogue profiles, TimeProvider clock)
{
    private const string DoneFolder = "done";
    private const string FailedFolder = "failed";
    private const string ReportExtension = ".report.json";
    private const string TimePattern = "yyyyMMddHHmmssfff";

    private readonly Dictionary<string, (long Length, DateTime WrittenUtc)> seen = new(StringComparer.Ordinal);

    /// <summary>Makes a folder for each profile, so that a person sees where to put what.</summary>
    public void Prepare()
    {
        if (settings.WatchedFolder is not { } folder)
        {
            return;
        }

        foreach (string profile in profiles.Names)
        {
            Directory.CreateDirectory(Path.Combine(folder, profile));
        }
    }

    /// <summary>Files that have not changed since the last look, in ordinal order; the profile is null for a file that lies in no profile's folder.</summary>
    public IReadOnlyList<(string Path, string? Profile)> Complete()
    {
        if (settings.WatchedFolder is not { } folder || !Directory.Exists(folder))
        {
            return [];
        }

        Dictionary<string, (long, DateTime)> now = new(StringComparer.Ordinal);
        List<(string, string?)> complete = [];
        foreach (FileInfo file in FilesOf(folder).Order(StringComparer.Ordinal).Select(path => new FileInfo(path)))
        {
            now[file.FullName] = (file.Length, file.LastWriteTimeUtc);
            if (seen.TryGetValue(file.FullName, out (long, DateTime) before) && before == now[file.FullName])
            {
                string? owner = OwnerOf(file.FullName);
                complete.Add((file.FullName, profiles.Names.FirstOrDefault(name => string.Equals(name, owner, StringComparison.Ordinal))));
            }
        }

        seen.Clear();
        foreach ((string path, (long, DateTime) state) in now)
        {
            seen[path] = state;
        }

        return complete;
    }

    /// <summary>Moves a file to where it belongs after its import and writes the report beside it.</summary>
    public void Finish(string path, ImportReport? report, IReadOnlyList<string> failures)
    {
        string own = Path.Combine(settings.WatchedFolder!, OwnerOf(path) ?? "");
        string target = Path.Combine(own, failures.Count == 0 ? DoneFolder : FailedFolder, Path.GetRelativePath(own, path));
        string folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        if (File.Exists(target))
        {
            target = Path.Combine(folder, clock.GetUtcNow().ToString(TimePattern, CultureInfo.InvariantCulture) + "-" + Path.GetFileName(path));
        }

        File.WriteAllText(target + ReportExtension, JsonOutput.Line(ImportResource.Of(report, [.. failures.Select(failure => failure.Replace(path, Path.GetFileName(path), StringComparison.Ordinal))])));
        File.Move(path, target);
    }

    /// <summary>All files of the folder and of those in it, but for what is hidden and what was imported.</summary>
    private static IEnumerable<string> FilesOf(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path =>
    {
        string[] parts = Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar);
        return !parts[..^1].Take(2).Any(part => part is DoneFolder or FailedFolder) && !Array.Exists(parts, part => part.StartsWith('.') || part.StartsWith("~$", StringComparison.Ordinal));
    });

    /// <summary>The folder within the watched one that a file lies in, at whatever depth; null for a file that lies in none.</summary>
    private string? OwnerOf(string path) =>
        Path.GetRelativePath(settings.WatchedFolder!, path).Split(Path.DirectorySeparatorChar) is [var owner, _, ..] ? owner : null;

    /// <summary>Why a file outside the profiles' folders cannot be imported.</summary>
    public InputErrorException WithoutProfile(string path) =>
        new($"{Path.GetFileName(path)} lies in no profile's folder. Put it into the folder of the profile that reads it: {string.Join(", ", profiles.Names)}.");
}
