namespace Ingest.Profiles.Proposing;

/// <summary>A profile proposed from a file, with the reason for each part of it.</summary>
public sealed record ProfileProposal
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Taxonomy { get; init; }

    public required string TaxonomyReason { get; init; }

    /// <summary>Every column of the file, in its order.</summary>
    public required IReadOnlyList<ProposedColumn> Columns { get; init; }

    /// <summary>The columns that together make the reference; one when a single column is unique.</summary>
    public required IReadOnlyList<string> Reference { get; init; }

    /// <summary>The date complaints are counted by; null when the file has none.</summary>
    public required ImportField? DateBasis { get; init; }

    /// <summary>True when themes and areas are to be read from the text.</summary>
    public required bool IsClassified { get; init; }

    /// <summary>Rows looked at.</summary>
    public required int RowsRead { get; init; }

    /// <summary>Profiles there are already whose columns the file has: one of them may be all that is needed.</summary>
    public IReadOnlyList<string> FittingProfiles { get; init; } = [];

    /// <summary>Why it cannot be used as it stands; empty when it can.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
