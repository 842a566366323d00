using Insights;

namespace Ingest.Sources;

/// <summary>Files and folders as a list of files.</summary>
public static class SourceFiles
{
    /// <summary>The files named and those in the folders named (with their folders), each folder in ordinal order; hidden ones are passed over.</summary>
    /// <exception cref="InputErrorException">A path does not exist, or a folder holds no file.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        List<string> files = [];
        foreach (string path in paths)
        {
            if (Directory.Exists(path))
            {
                files.AddRange(FilesIn(path));
            }
            else if (File.Exists(path))
            {
                files.Add(path);
            }
            else
            {
                throw new InputErrorException($"{path}: there is no such file or folder.");
            }
        }

        return files;
    }

    private static List<string> FilesIn(string folder)
    {
        EnumerationOptions options = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        List<string> files = [.. Directory.EnumerateFiles(folder, "*", options).Where(file => !ArchiveFiles.IsPassedOver(Path.GetFileName(file))).Order(StringComparer.Ordinal)];
        return files.Count > 0 ? files : throw new InputErrorException($"{folder}: the folder holds no file.");
    }
}
