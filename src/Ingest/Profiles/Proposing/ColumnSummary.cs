using System.Globalization;
using Ingest.Sources;
using Ingest.Validation;

namespace Ingest.Profiles.Proposing;

/// <summary>What the first rows of a file say about one of its columns.</summary>
internal sealed class ColumnSummary(string name, int index)
{
    /// <summary>Different values that are kept; a column with more holds texts or references, not codes.</summary>
    private const int MaxValues = 5_000;

    private const int MaxValueLength = 300;

    private readonly Dictionary<string, int> values = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<ulong> hashes = [];
    private long characters;
    private int numbers;

    public string Name => name;

    public int Index => index;

    public int Rows { get; private set; }

    public int Filled { get; private set; }

    /// <summary>Values and how often each occurs; not all of them when there are very many.</summary>
    public IReadOnlyDictionary<string, int> Values => values;

    public int Distinct => hashes.Count;

    public double AverageLength => Filled == 0 ? 0 : (double)characters / Filled;

    public double NumberShare => Filled == 0 ? 0 : (double)numbers / Filled;

    public bool IsUnique => Filled == Rows && Distinct >= Rows - (Rows / 1000);

    public bool HasAllValues => values.Count == Distinct;

    public void Add(string? cell)
    {
        Rows++;
        if (CellText.Clean(cell) is not { } value)
        {
            return;
        }

        Filled++;
        characters += value.Length;
        numbers += decimal.TryParse(value.Replace("£", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? 1 : 0;
        hashes.Add(Hash(value));
        if (values.Count < MaxValues || values.ContainsKey(value))
        {
            string kept = value.Length <= MaxValueLength ? value : value[..MaxValueLength];
            values[kept] = values.GetValueOrDefault(kept) + 1;
        }
    }

    /// <summary>FNV-1a over 64 bits, upper and lower case alike: the same in every process, unlike the hash codes of .NET.</summary>
    private static ulong Hash(string value)
    {
        const ulong Offset = 14695981039346656037;
        const ulong Prime = 1099511628211;
        return value.Aggregate(Offset, (hash, character) => (hash ^ char.ToUpperInvariant(character)) * Prime);
    }

    /// <summary>Summaries of all columns over the first rows; rows that cannot be read say nothing.</summary>
    public static IReadOnlyList<ColumnSummary> Of(IRecordSource source, int maxRows)
    {
        ColumnSummary[] columns = [.. source.Columns.Select((column, position) => new ColumnSummary(column, position))];
        foreach (SourceRecord record in source.Records().Where(record => record.Issue is null).Take(maxRows))
        {
            foreach (ColumnSummary column in columns)
            {
                column.Add(record.Cells[column.Index]);
            }
        }

        return columns;
    }
}
