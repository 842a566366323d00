using Ingest.DataFiles;
using Insights;
using Insights.Text;

namespace Ingest.Models;

/// <summary>
/// Reads word vectors: <c>NAME.words.txt</c> with one word a line, and <c>NAME.1.bin</c>, <c>NAME.2.bin</c> … with one signed byte a value, word after word
/// (in several files so that each stays small).
/// </summary>
public static class WordVectorFile
{
    private const string FolderName = "vectors";
    private const string ShippedName = "glove-64";

    /// <summary>The vectors in the data folder.</summary>
    /// <exception cref="InputErrorException">They are missing or damaged.</exception>
    public static WordVectors LoadShipped(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Load(Path.Combine(data.Path, FolderName), ShippedName);
    }

    /// <exception cref="InputErrorException">A file is missing or they do not fit together.</exception>
    public static WordVectors Load(string folder, string name)
    {
        string wordsPath = Path.Combine(folder, name + ".words.txt");
        if (!File.Exists(wordsPath))
        {
            throw new InputErrorException($"There are no word vectors {wordsPath}. Name others in model.yaml, or leave \"vectors\" out.");
        }

        string[] words = File.ReadAllLines(wordsPath);
        var values = new List<byte>();
        for (int part = 1; File.Exists(PartPath(folder, name, part)); part++)
        {
            values.AddRange(File.ReadAllBytes(PartPath(folder, name, part)));
        }

        if (words.Length == 0 || values.Count == 0 || values.Count % words.Length != 0)
        {
            throw new InputErrorException(
                $"{wordsPath} has {words.Length} words and the files {name}.1.bin and following have {values.Count} bytes; expected the same number of bytes for each word. Copy the files again.");
        }

        return new WordVectors(words, [.. values.Select(value => unchecked((sbyte)value))]);
    }

    private static string PartPath(string folder, string name, int part) => Path.Combine(folder, FormattableString.Invariant($"{name}.{part}.bin"));
}
