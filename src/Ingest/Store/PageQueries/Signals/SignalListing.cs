using Insights.Detection;

namespace Ingest.Store.PageQueries.Signals;

/// <summary>A signal in a list: its sentence, its numbers, and the chart for a small drawing.</summary>
public sealed record SignalListing
{
    public required long Id { get; init; }

    public required int Rank { get; init; }

    public required string Title { get; init; }

    public required string Sentence { get; init; }

    public required DateOnly Since { get; init; }

    public required int Observed { get; init; }

    public required double Expected { get; init; }

    public required SignalState State { get; init; }

    public required string? Artefact { get; init; }

    /// <summary>True when the newest analysis raised it; false for one that has died down since.</summary>
    public required bool IsCurrent { get; init; }

    public required IReadOnlyList<AssessedPeriod> Chart { get; init; }
}
