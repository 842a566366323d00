using System.Globalization;
using System.IO.Compression;
using System.Text;
using Insights.Complaints;

namespace Benchmarks.Analysis;

/// <summary>Counts a CSV file by day and code without a database: only what a replay of the analysis needs.</summary>
internal static class CountedFile
{
    /// <param name="path">The file, gzipped.</param>
    /// <param name="collection">Name of the collection.</param>
    /// <param name="dateColumn">Column with ISO dates.</param>
    /// <param name="columns">Column of each dimension counted.</param>
    /// <param name="slices">Slices counted.</param>
    public static IReadOnlyList<DailyCount> Read(
        string path, string collection, string dateColumn, IReadOnlyDictionary<Dimension, string> columns, IReadOnlyList<Slice> slices)
    {
        using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        string[] header = ReadRow(reader) ?? throw new InvalidDataException($"{path} is empty.");
        int date = Array.IndexOf(header, dateColumn);
        Dictionary<Dimension, int> places = columns.ToDictionary(pair => pair.Key, pair => Array.IndexOf(header, pair.Value));
        Dictionary<(Slice, string, string, DateOnly), int> counts = [];
        while (ReadRow(reader) is { } row)
        {
            if (row.Length == header.Length && DateOnly.TryParseExact(row[date], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                foreach (Slice slice in slices)
                {
                    string first = slice.First is { } one ? row[places[one]] : string.Empty;
                    string second = slice.Second is { } two ? row[places[two]] : string.Empty;
                    counts[(slice, first, second, day)] = counts.GetValueOrDefault((slice, first, second, day)) + 1;
                }
            }
        }

        return [.. counts.Select(pair => new DailyCount(new SeriesKey(collection, pair.Key.Item1, pair.Key.Item2, pair.Key.Item3), pair.Key.Item4, pair.Value, pair.Value))];
    }

    private static string[]? ReadRow(StreamReader reader)
    {
        if (reader.ReadLine() is not { } line)
        {
            return null;
        }

        while (line.Count(character => character == '"') % 2 == 1 && reader.ReadLine() is { } more)
        {
            line = $"{line}\n{more}";
        }

        return Split(line);
    }

    private static string[] Split(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(',');
        }

        List<string> cells = [];
        StringBuilder cell = new();
        bool isQuoted = false;
        foreach (char character in line)
        {
            if (character == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (character == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(character);
            }
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}
