using System.Globalization;
using TestSupport;

namespace Insights.Tests;

/// <summary>Reads the reference values that R computed (see the README beside them).</summary>
internal sealed class GoldenFile
{
    private readonly string[] header;

    private GoldenFile(string[] header, IReadOnlyList<string[]> rows)
    {
        this.header = header;
        Rows = rows;
    }

    public IReadOnlyList<string[]> Rows { get; }

    public static GoldenFile Read(string name)
    {
        string[] lines = File.ReadAllLines(SharedData.PathOf($"golden/{name}"));
        return new GoldenFile(lines[0].Split(','), [.. lines.Skip(1).Select(Split)]);
    }

    public string Text(string[] row, string column) => row[Array.IndexOf(header, column)];

    /// <summary>The number in the cell; NaN for NA.</summary>
    public double Number(string[] row, string column) => Parse(Text(row, column));

    public int Integer(string[] row, string column) => (int)Number(row, column);

    public static double Parse(string text) => text switch
    {
        "NA" => double.NaN,
        "Inf" => double.PositiveInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    /// <summary>The golden count series by name.</summary>
    public static Dictionary<string, int[]> Series()
    {
        GoldenFile file = Read("series.csv");
        return file.Rows.GroupBy(row => row[0]).ToDictionary(group => group.Key, group => group.Select(row => file.Integer(row, "count")).ToArray());
    }

    private static string[] Split(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(',');
        }

        List<string> cells = [];
        bool quoted = false;
        int start = 0;
        for (int at = 0; at <= line.Length; at++)
        {
            if (at == line.Length || (line[at] == ',' && !quoted))
            {
                cells.Add(line[start..at].Trim('"'));
                start = at + 1;
            }
            else if (line[at] == '"')
            {
                quoted = !quoted;
            }
        }

        return [.. cells];
    }
}
