namespace Ingest.Sources;

/// <summary>
/// Finds the header among the first rows of a table. It need not be the first: exports carry titles and notes above it, and people split it over two
/// rows, the upper naming groups of columns or, in merged cells, the columns that have none below.
/// </summary>
internal static class HeaderRows
{
    private const double ShareOfWidestRow = 0.6;

    /// <summary>The header by the columns wanted: the first row with all of them, else the first two that have them together; null when there is none.</summary>
    public static Header? Find(IReadOnlyList<string?[]> rows, IReadOnlyCollection<string> wanted)
    {
        if (wanted.Count == 0)
        {
            return null;
        }

        for (int index = 0; index < rows.Count; index++)
        {
            if (HasAll(rows[index], wanted))
            {
                return new Header(index, Names(rows[index]));
            }
        }

        for (int index = 0; index + 1 < rows.Count; index++)
        {
            string[] together = Together(rows[index], rows[index + 1]);
            if (HasAll(together, wanted))
            {
                return new Header(index + 1, together);
            }
        }

        return null;
    }

    /// <summary>The header by its looks: the first row about as full as the fullest, or two rows of names that fill each other's gaps.</summary>
    public static Header Guess(IReadOnlyList<string?[]> rows, bool hasFixedWidth)
    {
        int enough = (int)Math.Ceiling(Widest(rows, hasFixedWidth) * ShareOfWidestRow);
        for (int index = 0; index < rows.Count; index++)
        {
            if (index + 1 < rows.Count && FillEachOther(rows[index], rows[index + 1]) && Filled(Together(rows[index], rows[index + 1])) >= enough)
            {
                return new Header(index + 1, Together(rows[index], rows[index + 1]));
            }

            if (Filled(rows[index]) >= enough)
            {
                return new Header(index, Names(rows[index]));
            }
        }

        return new Header(0, Names(rows[0]));
    }

    /// <summary>In a delimited file one row with a stray delimiter may be wider than all others: rows of the usual number of cells alone count there.</summary>
    private static int Widest(IReadOnlyList<string?[]> rows, bool hasFixedWidth)
    {
        int usual = rows.GroupBy(row => row.Length).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;
        return rows.Where(row => !hasFixedWidth || row.Length == usual).Max(Filled);
    }

    private static bool FillEachOther(string?[] upper, string?[] lower)
    {
        int width = Math.Max(upper.Length, lower.Length);
        bool fillsUpper = Enumerable.Range(0, width).Any(index => Cell(upper, index) is null && Cell(lower, index) is not null);
        bool fillsLower = Enumerable.Range(0, width).Any(index => Cell(upper, index) is not null && Cell(lower, index) is null);
        return fillsUpper && fillsLower && Filled(upper) > 1 && Filled(lower) > 1 && upper.Concat(lower).All(cell => cell is null || HeaderNames.LooksLikeName(cell));
    }

    private static bool HasAll(IEnumerable<string?> cells, IReadOnlyCollection<string> wanted)
    {
        HashSet<string> names = new(cells.OfType<string>().Select(name => name.Trim()), StringComparer.OrdinalIgnoreCase);
        return wanted.All(column => names.Contains(column.Trim()));
    }

    private static string[] Together(string?[] upper, string?[] lower) =>
        [.. Enumerable.Range(0, Math.Max(upper.Length, lower.Length)).Select(index => Cell(lower, index) ?? Cell(upper, index) ?? "")];

    private static string[] Names(string?[] row) => [.. row.Select((_, index) => Cell(row, index) ?? "")];

    private static int Filled(IEnumerable<string?> cells) => cells.Count(cell => !string.IsNullOrWhiteSpace(cell));

    private static string? Cell(string?[] row, int index) => index < row.Length && !string.IsNullOrWhiteSpace(row[index]) ? row[index]!.Trim() : null;
}
