using Insights.Explanation;

namespace Insights.Patterns;

/// <summary>A group of complaints that share distinctive words and that no theme explains.</summary>
public sealed record NewTheme
{
    /// <summary>Names it in addresses; stays with it from run to run.</summary>
    public required string Id { get; init; }

    /// <summary>Its distinctive terms as they stood when it was first found.</summary>
    public required string Name { get; init; }

    /// <summary>The terms that set it apart from the collection's other complaints, strongest first.</summary>
    public required IReadOnlyList<DistinctiveTerm> Terms { get; init; }

    /// <summary>Complaints in it.</summary>
    public required int Complaints { get; init; }

    /// <summary>The same with each letter campaign counted once.</summary>
    public required int CountedOnce { get; init; }

    public required DateOnly? FirstDay { get; init; }

    public required DateOnly? LastDay { get; init; }

    /// <summary>The day the run that found it first looked from.</summary>
    public required DateOnly FoundOn { get; init; }

    public required IReadOnlyList<RepresentativeSentence> Examples { get; init; }

    /// <summary>Its complaints, ascending.</summary>
    public required IReadOnlyList<long> ComplaintIds { get; init; }
}
