using Insights.Detection;
using Insights.Detection.Scanning;
using Insights.Patterns;

namespace Insights;

/// <summary>The result of one analysis: same input, same report, byte for byte (times are not part of it).</summary>
public sealed record AnalysisReport
{
    /// <summary>The day the analysis looks from; periods that end after it are partial.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Version of the model that classified; null when nothing was classified.</summary>
    public required string? ModelVersion { get; init; }

    public required int ClassifiedComplaints { get; init; }

    /// <summary>Series judged.</summary>
    public required int Series { get; init; }

    /// <summary>Series that could not be judged, with the reason ("needs 78 weeks, has 31") and how many share it.</summary>
    public required IReadOnlyList<KeyValuePair<string, int>> NotAssessed { get; init; }

    /// <summary>The alarm budget of each collection and how it was kept.</summary>
    public IReadOnlyList<CollectionBudget> Budgets { get; init; } = [];

    /// <summary>What each collection shows beyond its series.</summary>
    public IReadOnlyList<CollectionPatterns> Patterns { get; init; } = [];

    public required IReadOnlyList<Signal> Signals { get; init; }
}
