namespace Ingest.Profiles.Proposing;

/// <summary>What a person has decided already; the rest is proposed.</summary>
public sealed record ProposalChoices
{
    /// <summary>Name of the profile; proposed from the file's name when null.</summary>
    public string? Name { get; init; }

    public string? Title { get; init; }

    /// <summary>Name of the taxonomy; the one that knows most of the file's values when null.</summary>
    public string? Taxonomy { get; init; }

    /// <summary>Column → field; a null field means that the column is not read. Columns that are left out are proposed.</summary>
    public IReadOnlyDictionary<string, ImportField?> Fields { get; init; } = new Dictionary<string, ImportField?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when the month comes first in dates that could be read either way.</summary>
    public bool MonthFirst { get; init; }
}
