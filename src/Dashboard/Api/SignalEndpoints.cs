using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Signals;
using Insights.Detection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Api;

/// <summary>Signals, ranked, and one with all that is known about it.</summary>
public static class SignalEndpoints
{
    private const int MostListed = 1000;

    public static void MapSignals(this RouteGroupBuilder api)
    {
        api.MapGet("/signals", ListAsync).WithName("ListSignals")
            .WithSummary("Signals of a collection, the one that deserves attention first at the top. Without a collection: of the first.");
        api.MapGet("/signals/{id:long}", FindAsync).WithName("GetSignal").WithSummary("One signal with its chart, rival explanations and examples.");
    }

    private static async Task<Results<Ok<SignalListResource>, NotFound>> ListAsync(
        string? collection, SignalState? state, bool? artefact, bool? past, CurrentCollection collections, SignalsQuery query, CancellationToken cancellationToken)
    {
        if (await collections.LoadAsync(collection, cancellationToken) is not { } context)
        {
            return TypedResults.NotFound();
        }

        SignalFilter filter = new() { CollectionId = context.Id, States = state is { } one ? [one] : [], HasArtefact = artefact, IncludesPast = past ?? false };
        int count = await query.CountAsync(filter, cancellationToken);
        IReadOnlyList<SignalListing> signals = await query.ListAsync(filter, skip: 0, MostListed, cancellationToken);
        return TypedResults.Ok(new SignalListResource(context.Name, context.Source.AsOf, count, [.. signals.Select(SignalResource.From)]));
    }

    private static async Task<Results<Ok<SignalDetailResource>, NotFound>> FindAsync(long id, SignalsQuery query, CancellationToken cancellationToken) =>
        await query.FindAsync(id, cancellationToken) is { } signal ? TypedResults.Ok(SignalDetailResource.From(signal)) : TypedResults.NotFound();
}
