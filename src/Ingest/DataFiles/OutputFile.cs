using Insights;

namespace Ingest.DataFiles;

/// <summary>A file that is there under its name when it is whole, and not at all when the work failed.</summary>
public sealed class OutputFile : IDisposable
{
    private const string Unfinished = ".partial";

    private readonly string path;
    private bool isWhole;

    private OutputFile(string path, StreamWriter writer)
    {
        this.path = path;
        Writer = writer;
    }

    public StreamWriter Writer { get; }

    /// <exception cref="InputErrorException">Nothing can be written there.</exception>
    public static OutputFile Create(string path)
    {
        try
        {
            return new OutputFile(path, new StreamWriter(path + Unfinished) { NewLine = "\n" });
        }
        catch (DirectoryNotFoundException problem)
        {
            throw new InputErrorException($"{path} cannot be written: there is no folder {Path.GetDirectoryName(path)}. Make it first, or name another file.", problem);
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw new InputErrorException($"{path} cannot be written: {problem.Message}", problem);
        }
    }

    /// <summary>Puts the file under its name, in place of one that was there.</summary>
    public void Finish()
    {
        Writer.Dispose();
        File.Move(path + Unfinished, path, overwrite: true);
        isWhole = true;
    }

    public void Dispose()
    {
        if (!isWhole)
        {
            Writer.Dispose();
            File.Delete(path + Unfinished);
        }
    }
}
