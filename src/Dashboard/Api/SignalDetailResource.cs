using Ingest.Store.PageQueries.Signals;
using Insights.Detection;
using Insights.Explanation;

namespace Dashboard.Api;

/// <summary>One signal with all that is known about it.</summary>
public sealed record SignalDetailResource
{
    public required long Id { get; init; }

    public required string Collection { get; init; }

    /// <summary>The codes of the series by dimension.</summary>
    public required IReadOnlyDictionary<string, string> Facets { get; init; }

    public required int Rank { get; init; }

    public required string Title { get; init; }

    public required string Sentence { get; init; }

    public required DateOnly Since { get; init; }

    /// <summary>Name of the newest period, such as <c>2025-W14</c>.</summary>
    public required string Period { get; init; }

    public required int Observed { get; init; }

    public required double Expected { get; init; }

    public required double Upper { get; init; }

    public required double PValue { get; init; }

    public required double AdjustedPValue { get; init; }

    public required SignalState State { get; init; }

    public required string? StateReason { get; init; }

    public required string? Artefact { get; init; }

    public required IReadOnlyList<string> RivalExplanations { get; init; }

    public required string Method { get; init; }

    public required string Reason { get; init; }

    public required IReadOnlyList<ChartPeriodResource> Chart { get; init; }

    public required SignalExplanation? Explanation { get; init; }

    public static SignalDetailResource From(SignalDetail signal) => new()
    {
        Id = signal.Id,
        Collection = signal.CollectionName,
        Facets = signal.Facets.ToDictionary(facet => facet.Key.ToString(), facet => facet.Value, StringComparer.Ordinal),
        Rank = signal.Rank,
        Title = signal.Title,
        Sentence = signal.Sentence,
        Since = signal.Since.Start,
        Period = signal.Newest.ToString(),
        Observed = signal.Observed,
        Expected = signal.Expected,
        Upper = signal.Upper,
        PValue = signal.PValue,
        AdjustedPValue = signal.AdjustedPValue,
        State = signal.State,
        StateReason = signal.StateReason,
        Artefact = signal.Artefact,
        RivalExplanations = signal.RivalExplanations,
        Method = signal.Method,
        Reason = signal.Reason,
        Chart = [.. signal.Chart.Select(ChartPeriodResource.From)],
        Explanation = signal.Explanation,
    };
}
