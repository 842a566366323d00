using Insights.Nowcasting;

namespace Insights.Patterns;

/// <summary>What a collection shows beyond its series: new themes, echoes, blind spots, and how complete its newest periods are.</summary>
public sealed record CollectionPatterns
{
    /// <summary>Name of the collection.</summary>
    public required string Collection { get; init; }

    /// <summary>The days looked at for new themes.</summary>
    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    /// <summary>Texts read that no theme explains well.</summary>
    public required int Unexplained { get; init; }

    /// <summary>Texts of the whole collection that these were held against.</summary>
    public required int TextsRead { get; init; }

    /// <summary>True when there were more texts than are read at most; the newest were.</summary>
    public required bool IsSample { get; init; }

    public required IReadOnlyList<NewTheme> NewThemes { get; init; }

    public required IReadOnlyList<Echo> Echoes { get; init; }

    public required IReadOnlyList<BlindSpot> BlindSpots { get; init; }

    /// <summary>What could not be judged, and why, one sentence each.</summary>
    public IReadOnlyList<string> NotAssessed { get; init; } = [];

    /// <summary>How complete the newest periods are; null for runs that did not look.</summary>
    public Nowcast? Nowcast { get; init; }
}
