using Insights.Complaints;
using Insights.Taxonomies;

namespace Ingest.Profiles.Proposing;

/// <summary>What the values of a column mean in a taxonomy: its codes and titles, and what maps of known profiles say. Nothing is guessed from likeness: "part upheld" looks like "upheld".</summary>
internal sealed class KnownValues
{
    private readonly Dictionary<(Dimension, string), string> codes = [];
    private readonly Dictionary<(Dimension, string), string?> mapped = [];

    public KnownValues(Taxonomy taxonomy, IEnumerable<ImportProfile> profiles)
    {
        Taxonomy = taxonomy;
        foreach (Dimension dimension in Enum.GetValues<Dimension>())
        {
            foreach (TaxonomyCode code in taxonomy.Codes(dimension))
            {
                codes[(dimension, ColumnNames.Words(code.Code))] = code.Code;
                codes.TryAdd((dimension, ColumnNames.Words(code.Title)), code.Code);
            }
        }

        foreach (ImportProfile profile in profiles.Where(profile => string.Equals(profile.Collection.Taxonomy.Name, taxonomy.Name, StringComparison.Ordinal)))
        {
            foreach ((ImportField field, FieldMapping mapping) in profile.Columns.Where(column => column.Value.Map is not null))
            {
                if (ProfileColumns.DimensionOf(field) is { } dimension)
                {
                    foreach ((string value, string? code) in mapping.Map!)
                    {
                        mapped.TryAdd((dimension, ColumnNames.Words(value)), code);
                    }
                }
            }
        }
    }

    public Taxonomy Taxonomy { get; }

    /// <summary>The code of a value; null when nothing is known of it, or when it is known to mean "missing".</summary>
    public bool TryFind(Dimension dimension, string value, out string? code)
    {
        string words = ColumnNames.Words(value);
        if (codes.TryGetValue((dimension, words), out string? known))
        {
            code = known;
            return true;
        }

        return mapped.TryGetValue((dimension, words), out code);
    }

    /// <summary>True when the importer takes the value without a map.</summary>
    public bool IsPlain(Dimension dimension, string value) => Taxonomy.Codes(dimension).Any(code =>
        string.Equals(code.Code, value, StringComparison.OrdinalIgnoreCase) || string.Equals(code.Title, value, StringComparison.OrdinalIgnoreCase));

    /// <summary>The share of a column's cells whose values are known in a dimension, 0 to 1.</summary>
    public double Share(Dimension dimension, IReadOnlyDictionary<string, int> values)
    {
        long total = values.Values.Sum(count => (long)count);
        return total == 0 ? 0 : (double)values.Where(value => TryFind(dimension, value.Key, out _)).Sum(value => (long)value.Value) / total;
    }
}
