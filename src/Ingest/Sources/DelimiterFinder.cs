using CsvHelper;

namespace Ingest.Sources;

/// <summary>
/// Which character parts the cells of a file. By the columns wanted where some character gives them: one quote that is never closed, or a text full of
/// semicolons, must not make a file unreadable. Else by how regular the rows become.
/// </summary>
internal static class DelimiterFinder
{
    private const int MostRows = 200;
    private const int FewestCells = 2;
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <param name="head">The beginning of the file in UTF-8.</param>
    /// <param name="wanted">Columns that the header has; none when they are not known.</param>
    /// <returns>Null when no candidate gives rows of several cells.</returns>
    public static char? Find(ReadOnlyMemory<byte> head, IReadOnlyCollection<string> wanted)
    {
        (char Delimiter, List<string?[]> Rows)[] tried = [.. Candidates.Select(delimiter => (delimiter, Rows(head, delimiter)))];
        foreach ((char delimiter, List<string?[]> rows) in tried)
        {
            if (HeaderRows.Find([.. rows.Take(ImportLimits.RowsAboveHeader)], wanted) is not null)
            {
                return delimiter;
            }
        }

        (char best, double score) = tried.Select(pair => (pair.Delimiter, Regularity(pair.Rows))).MaxBy(pair => pair.Item2);
        return score > 0 ? best : null;
    }

    /// <summary>How many rows have the usual number of cells, squared so that chance counts little, times the delimiters in them.</summary>
    private static double Regularity(List<string?[]> rows)
    {
        if (rows.Count == 0)
        {
            return 0;
        }

        IGrouping<int, string?[]> usual = rows.GroupBy(row => row.Length).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First();
        double share = (double)usual.Count() / rows.Count;
        return usual.Key < FewestCells ? 0 : share * share * (usual.Key - 1);
    }

    private static List<string?[]> Rows(ReadOnlyMemory<byte> head, char delimiter)
    {
        using CsvReader reader = CsvReader.Create(head, new CsvReaderOptions { Separator = delimiter, HasHeader = false, OnMalformedRecord = _ => { } });
        List<string?[]> rows = [];
        while (rows.Count < MostRows && reader.Read())
        {
            string?[] cells = new string?[reader.FieldCount];
            for (int index = 0; index < cells.Length; index++)
            {
                cells[index] = TextEncodings.Decode(reader.GetSpan(index));
            }

            rows.Add(cells);
        }

        return rows;
    }
}
