using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Signals;
using Insights.Detection;
using Insights.Detection.Scanning;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Signals;

/// <summary>All signals of a collection, ranked, with filters.</summary>
public sealed class IndexModel(CurrentCollection collections, SignalsQuery query) : PageModel
{
    public const string OpenStates = "open";
    public const string AllStates = "all";
    public const string WithoutArtefact = "without";
    public const string WithArtefact = "with";
    public const string EitherArtefact = "either";
    private const int PageSize = 20;

    public CollectionContext? Collection { get; private set; }

    public IReadOnlyList<SignalListing> Signals { get; private set; } = [];

    public PageOfItems? Paging { get; private set; }

    /// <summary>How the newest analysis kept the alarm budget; null before it was measured.</summary>
    public CollectionBudget? Budget { get; private set; }

    public string State { get; private set; } = OpenStates;

    public string Artefact { get; private set; } = WithoutArtefact;

    public bool IncludesPast { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        string? collection, string? state, string? artefact, bool past, [FromQuery(Name = "page")] int? pageNumber, CancellationToken cancellationToken)
    {
        Collection = await collections.LoadAsync(collection, cancellationToken);
        if (Collection is null)
        {
            return collections.All.Count == 0 ? Page() : NotFound();
        }

        (State, Artefact, IncludesPast) = (state ?? OpenStates, artefact ?? WithoutArtefact, past);
        SignalFilter filter = new() { CollectionId = Collection.Id, States = States(State), HasArtefact = HasArtefact(Artefact), IncludesPast = past };
        int count = await query.CountAsync(filter, cancellationToken);
        Paging = new PageOfItems(PageOfItems.Valid(pageNumber), count, PageSize, number => PageLinks.Signals(Collection.Name, state, artefact, past, number));
        Signals = await query.ListAsync(filter, Paging.Skip, PageSize, cancellationToken);
        Budget = await query.BudgetAsync(Collection.Name, cancellationToken);
        return Page();
    }

    private static SignalState[] States(string state) => state switch
    {
        AllStates => [],
        _ when Enum.TryParse(state, ignoreCase: true, out SignalState one) && Enum.IsDefined(one) => [one],
        _ => [SignalState.New, SignalState.UnderAssessment, SignalState.Confirmed],
    };

    private static bool? HasArtefact(string artefact) => artefact switch
    {
        WithArtefact => true,
        EitherArtefact => null,
        _ => false,
    };
}
