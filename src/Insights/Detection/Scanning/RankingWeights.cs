namespace Insights.Detection.Scanning;

/// <summary>What puts a signal first; the values are data (models/ranking.yaml), these are those of the shipped file.</summary>
public sealed record RankingWeights
{
    /// <summary>A point for every power of ten by which chance is excluded, up to this many. Default 8.</summary>
    public double MostEvidence { get; init; } = 8;

    /// <summary>A point for every doubling over what was expected, up to this many. Default 4.</summary>
    public double MostSize { get; init; } = 4;

    /// <summary>Points for a code that the taxonomy marks as grave; of a series without such a code so much of them as of its complaints have one. Default 3.</summary>
    public double Grave { get; init; } = 3;

    /// <summary>A point for every doubling of the places hit, up to this many. Default 3.</summary>
    public double MostSpread { get; init; } = 3;

    /// <summary>Points when every complaint tells of vulnerability; so much of them as of the complaints do. Default 2.</summary>
    public double MostVulnerability { get; init; } = 2;

    /// <summary>A point for every earlier signal of the same series in the two years before it began, up to this many. Default 2.</summary>
    public double MostRecurrence { get; init; } = 2;

    /// <summary>Points lost for every quarter since the signal was last raised. Default 1.5.</summary>
    public double LostAQuarter { get; init; } = 1.5;
}
