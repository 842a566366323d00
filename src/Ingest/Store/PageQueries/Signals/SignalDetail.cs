using Insights.Complaints;
using Insights.Detection;
using Insights.Explanation;

namespace Ingest.Store.PageQueries.Signals;

/// <summary>All that a signal's page shows besides the complaints themselves.</summary>
public sealed record SignalDetail
{
    public required long Id { get; init; }

    public required int CollectionId { get; init; }

    public required string CollectionName { get; init; }

    public required Slice Slice { get; init; }

    public required string FirstCode { get; init; }

    public required string SecondCode { get; init; }

    public required int Rank { get; init; }

    public required string Title { get; init; }

    public required string Sentence { get; init; }

    public required Period Since { get; init; }

    public required Period Newest { get; init; }

    public required int Observed { get; init; }

    public required double Expected { get; init; }

    public required double Upper { get; init; }

    public required double PValue { get; init; }

    public required double AdjustedPValue { get; init; }

    public required SignalState State { get; init; }

    public required string? StateReason { get; init; }

    public required string? StateChangedBy { get; init; }

    public required DateTime? StateChangedAtUtc { get; init; }

    public required string? Artefact { get; init; }

    public required IReadOnlyList<string> RivalExplanations { get; init; }

    public required string Method { get; init; }

    public required string Reason { get; init; }

    public required IReadOnlyList<AssessedPeriod> Chart { get; init; }

    public required SignalExplanation? Explanation { get; init; }

    public required DateTime AnalysedAtUtc { get; init; }

    public required DateOnly AsOf { get; init; }

    public required bool IsCurrent { get; init; }

    /// <summary>The codes of the series by dimension.</summary>
    public IReadOnlyList<KeyValuePair<Dimension, string>> Facets => new SeriesKey(CollectionName, Slice, FirstCode, SecondCode).Facets;
}
