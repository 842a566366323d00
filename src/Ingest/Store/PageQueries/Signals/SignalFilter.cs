using Insights.Detection;

namespace Ingest.Store.PageQueries.Signals;

/// <summary>Which signals a list shows. Empty lists leave a question open.</summary>
public sealed record SignalFilter
{
    public int? CollectionId { get; init; }

    public IReadOnlyList<SignalState> States { get; init; } = [];

    /// <summary>True: only those with a likely artefact. False: only those without. Null: both.</summary>
    public bool? HasArtefact { get; init; }

    /// <summary>When false, only what the newest analysis raised.</summary>
    public bool IncludesPast { get; init; }
}
