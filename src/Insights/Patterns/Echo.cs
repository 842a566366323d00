using Insights.Complaints;
using Insights.Explanation;

namespace Insights.Patterns;

/// <summary>The same distinctive pattern rising in several places at once: one candidate for something systemic.</summary>
public sealed record Echo
{
    /// <summary>What rises: a theme (or a new theme) and the terms.</summary>
    public required string Title { get; init; }

    /// <summary>The theme's code; null when it is a new theme.</summary>
    public required string? Theme { get; init; }

    /// <summary>The new theme; null when it is one of the taxonomy.</summary>
    public required string? NewThemeId { get; init; }

    /// <summary>The terms that its complaints share.</summary>
    public required IReadOnlyList<string> Terms { get; init; }

    /// <summary>What the places are: offices, business areas or organisations.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>Where it rises, the most surprising first.</summary>
    public required IReadOnlyList<EchoPlace> Places { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    /// <summary>All of it in one sentence.</summary>
    public required string Sentence { get; init; }

    public required IReadOnlyList<RepresentativeSentence> Examples { get; init; }

    /// <summary>Its recent complaints in these places, ascending.</summary>
    public required IReadOnlyList<long> ComplaintIds { get; init; }
}
