using Insights;
using Insights.Classification;

namespace Ingest.Sources;

/// <summary>Reads the coded complaints of a folder of JSON lines files.</summary>
public static class LabelledComplaintFiles
{
    private static readonly string[] Columns = ["id", "text", ComplaintModel.BusinessAreaHead, ComplaintModel.ThemesHead, ComplaintModel.ComplaintTypeHead, ComplaintModel.RemitHead];

    /// <param name="folder">The folder.</param>
    /// <param name="names">Names of the files without their ending. The folder may hold other files, for other uses.</param>
    /// <exception cref="InputErrorException">No file is named, or one is missing or cannot be read.</exception>
    public static IReadOnlyList<LabelledComplaint> Read(string folder, IReadOnlyList<string> names)
    {
        string[] files = [.. names.Select(name => Path.Combine(folder, name + ".jsonl"))];
        if (files.Length == 0)
        {
            throw new InputErrorException($"There are no coded complaints in {folder}: expected files *.jsonl with {string.Join(", ", Columns)}.");
        }

        Array.Sort(files, StringComparer.Ordinal);
        return [.. files.SelectMany(file => TextTable.Read(file, Columns).Select(cells => Complaint(cells, Path.GetFileNameWithoutExtension(file))))];
    }

    private static LabelledComplaint Complaint(string[] cells, string writer) =>
        new(cells[0], cells[1], cells[2], cells[3].Split(TextTable.ItemSeparator, StringSplitOptions.RemoveEmptyEntries), cells[4], cells[5], writer);
}
