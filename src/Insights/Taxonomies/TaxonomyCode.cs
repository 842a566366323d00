namespace Insights.Taxonomies;

/// <summary>One code of a taxonomy with the words people read.</summary>
/// <param name="Code">The stable code that stands in files and in the database.</param>
/// <param name="Title">The name shown on pages, in sentence case.</param>
/// <param name="Description">When to use the code.</param>
/// <param name="ExcludeWhen">When not to use it; empty when there is no rule.</param>
public sealed record TaxonomyCode(string Code, string Title, string Description = "", string ExcludeWhen = "")
{
    /// <summary>True for codes that weigh more than their numbers, such as known vulnerability or serious misconduct.</summary>
    public bool IsGrave { get; init; }

    /// <summary>True for findings for the complainant, wholly or partly: what "share upheld" counts.</summary>
    public bool IsUpheld { get; init; }
}
