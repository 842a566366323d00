namespace Ingest.Profiles.Proposing;

/// <summary>What the wizard proposes for one column of a file.</summary>
/// <param name="Column">Its name in the file.</param>
/// <param name="Field">What it holds; null when it is not read.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record ProposedColumn(string Column, ImportField? Field, string Reason)
{
    /// <summary>Things to look at: two date formats, values without a code.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Date formats in the order they are tried; empty for anything else.</summary>
    public IReadOnlyList<string> DateFormats { get; init; } = [];

    /// <summary>True when nothing in the file says whether day or month comes first.</summary>
    public bool IsDayOrMonthOpen { get; init; }

    /// <summary>What stands between several themes in a cell; null when a cell holds one.</summary>
    public string? Separator { get; init; }

    /// <summary>Values that need a map to be read, with their codes; a null code means missing.</summary>
    public IReadOnlyDictionary<string, string?> Map { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Rows of the sample that have a value.</summary>
    public int Filled { get; init; }
}
