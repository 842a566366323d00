using Ingest.Store.PageQueries.Signals;
using Insights.Detection;

namespace Dashboard.Api;

/// <summary>A signal in a list of the API.</summary>
public sealed record SignalResource(
    long Id, int Rank, string Title, string Sentence, DateOnly Since, int Observed, double Expected, SignalState State, string? Artefact, bool IsCurrent)
{
    public static SignalResource From(SignalListing signal) => new(
        signal.Id, signal.Rank, signal.Title, signal.Sentence, signal.Since, signal.Observed, signal.Expected, signal.State, signal.Artefact, signal.IsCurrent);
}
