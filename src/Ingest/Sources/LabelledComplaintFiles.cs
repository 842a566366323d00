using Insights;
using Insights.Classification;

namespace Ingest.Sources;

/// <summary>Reads the coded complaints of a folder of JSON lines files.</summary>
public static class LabelledComplaintFiles
{
    private static readonly string[] Columns = ["id", "text", ComplaintModel.BusinessAreaHead, ComplaintModel.ThemesHead, ComplaintModel.ComplaintTypeHead, ComplaintModel.RemitHead];

    /// <exception cref="InputErrorException">The folder holds no such file, or a file cannot be read.</exception>
    public static IReadOnlyList<LabelledComplaint> Read(string folder)
    {
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jsonl") : [];
        if (files.Length == 0)
        {
            throw new InputErrorException($"There are no coded complaints in {folder}: expected files *.jsonl with {string.Join(", ", Columns)}.");
        }

        Array.Sort(files, StringComparer.Ordinal);
        return [.. files.SelectMany(file => TextTable.Read(file, Columns)).Select(Complaint)];
    }

    private static LabelledComplaint Complaint(string[] cells) =>
        new(cells[0], cells[1], cells[2], cells[3].Split(TextTable.ItemSeparator, StringSplitOptions.RemoveEmptyEntries), cells[4], cells[5]);
}
