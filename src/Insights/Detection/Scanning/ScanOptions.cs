using System.ComponentModel.DataAnnotations;
using Insights.Explanation;

namespace Insights.Detection.Scanning;

/// <summary>Settings of the search for signals. One place for every number a person may want to change.</summary>
public sealed record ScanOptions
{
    /// <summary>How many false signals a quarter are accepted over everything watched in a collection. Default 1.</summary>
    [Range(0.01, 100)]
    public double FalseSignalsAQuarter { get; init; } = 1;

    /// <summary>
    /// Expected share of false signals within each family of series looked at together (Benjamini–Hochberg, from the whole to its parts). Default 0.25: with one
    /// false signal a quarter allowed, a stricter share would overrule the budget wherever little happens.
    /// </summary>
    [Range(0.0001, 0.5)]
    public double FalseDiscoveryRate { get; init; } = 0.25;

    /// <summary>A rise is shown while its last raised period ended within so many days before the newest judged one. Default 364: a year, ranked lower the longer ago.</summary>
    [Range(7, 3660)]
    public int RecentDays { get; init; } = 364;

    /// <summary>What puts a signal first.</summary>
    public RankingWeights Ranking { get; init; } = new();

    /// <summary>What tells of vulnerability in a text.</summary>
    public VulnerabilityMarks Vulnerability { get; init; } = VulnerabilityMarks.None;

    /// <summary>A fall is shown only while it lasts: its last period ended within so many days, and it is news: it began within <see cref="RecentDays"/>. Default 31.</summary>
    [Range(7, 3660)]
    public int CurrentFallDays { get; init; } = 31;

    /// <summary>Fewer complaints than this are never a rise. Default 5.</summary>
    [Range(1, 1000)]
    public int FewestComplaints { get; init; } = 5;

    /// <summary>A rise is at least so many times what was expected. Default 1.25: less is true growth at most, not an issue to assess.</summary>
    [Range(1, 100)]
    public double SmallestRise { get; init; } = 1.25;

    /// <summary>A fall is a silence when at most this share of the expected complaints came. Default 0.34.</summary>
    [Range(0, 1)]
    public double LargestSilence { get; init; } = 0.34;
}
