using System.Globalization;
using Ingest.Sources;
using Insights;
using Insights.Evaluation;

namespace Ingest.Series;

/// <summary>Reads the detection benchmark's folder: counts without and with an outbreak, the true outbreaks, and the published results to stand beside.</summary>
public sealed class BenchmarkFolder(string folder)
{
    private const string CurrentKind = "current";

    /// <summary>Cells of a row of published results: name, nine measures, seconds.</summary>
    private const int PublishedCells = 11;

    /// <summary>The first judged week is number 576.</summary>
    private const int FirstJudged = 575;

    /// <exception cref="InputErrorException">A file is missing or does not have the benchmark's shape.</exception>
    public IReadOnlyList<BenchmarkSeries> ReadSeries()
    {
        Dictionary<(int, int), (int First, int Last)> outbreaks = [];
        foreach (string[] row in TextTable.Read(PathOf("truth_outbreaks.csv.gz"), ["scenario", "replicate", "kind", "first_week", "last_week"]))
        {
            if (string.Equals(row[2], CurrentKind, StringComparison.Ordinal))
            {
                outbreaks[(Number(row[0]), Number(row[1]))] = (Number(row[3]) - 1, Number(row[4]) - 1);
            }
        }

        Dictionary<(int, int), (List<int> Quiet, List<int> With)> counts = [];
        foreach (string[] row in TextTable.Read(PathOf("series.csv.gz"), ["scenario", "replicate", "week", "count_null", "count"]))
        {
            (int, int) key = (Number(row[0]), Number(row[1]));
            if (!counts.TryGetValue(key, out (List<int> Quiet, List<int> With) lists))
            {
                counts[key] = lists = ([], []);
            }

            lists.Quiet.Add(Number(row[3]));
            lists.With.Add(Number(row[4]));
        }

        return [.. counts.Select(pair => new BenchmarkSeries(string.Create(CultureInfo.InvariantCulture, $"{pair.Key.Item1}.{pair.Key.Item2}"), [.. pair.Value.Quiet], [.. pair.Value.With], FirstJudged, outbreaks[pair.Key].First, outbreaks[pair.Key].Last))];
    }

    /// <summary>The rows of published results in the folder's README, as they stand there; none when it has no such table.</summary>
    public IReadOnlyList<string[]> ReadPublished()
    {
        string readme = Path.Combine(folder, "README.md");
        return File.Exists(readme)
            ? [.. File.ReadLines(readme).Where(line => line.StartsWith('|')).Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)).Where(IsPublished)]
            : [];
    }

    private static bool IsPublished(string[] cells) =>
        cells.Length == PublishedCells && cells.Skip(1).All(cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _));

    private string PathOf(string name) => Path.Combine(folder, name);

    private int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        ? number
        : throw new InputErrorException($"{folder}: found \"{text}\" where the benchmark holds a whole number. Give the folder of the detection benchmark.");
}
