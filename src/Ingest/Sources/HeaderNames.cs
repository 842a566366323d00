using System.Text.RegularExpressions;

namespace Ingest.Sources;

/// <summary>Tells names of columns from what stands in them. A file without a header begins with a complaint, which no message may show.</summary>
internal static partial class HeaderNames
{
    private const int LongestName = 80;
    private const int MostWords = 8;
    private const int Shown = 30;

    /// <summary>True for short texts in words: no long number, no date, no address, no sentence.</summary>
    public static bool LooksLikeName(string cell) =>
        cell.Length <= LongestName && cell.AsSpan().IndexOfAny("@<>\n\r") < 0 && cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= MostWords && !Numbers().IsMatch(cell);

    /// <summary>The columns found, for a message. Where none of those expected is among them, one cell that is no name makes all of them suspect.</summary>
    public static string Describe(IReadOnlyList<string> columns, IReadOnlyCollection<string> expected)
    {
        if (columns.Count == 0)
        {
            return "no columns";
        }

        bool isHeader = columns.Any(column => expected.Contains(column.Trim(), StringComparer.OrdinalIgnoreCase));
        int strange = columns.Count(column => !LooksLikeName(column));
        if (strange > 0 && !isHeader)
        {
            return FormattableString.Invariant($"a first line of {columns.Count:N0} cells that is no header: it has numbers, dates or long texts, as a row of data has, and is not shown for that");
        }

        string names = string.Join(", ", columns.Take(Shown).Select((column, index) => LooksLikeName(column) ? column : FormattableString.Invariant($"(column {index + 1} has no name but a value)")));
        return columns.Count > Shown ? FormattableString.Invariant($"{names} and {columns.Count - Shown:N0} more") : names;
    }

    [GeneratedRegex(@"\d{3}|\d[/.-]\d", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();
}
