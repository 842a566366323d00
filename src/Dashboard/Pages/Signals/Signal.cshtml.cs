using System.ComponentModel.DataAnnotations;
using Dashboard.Charts;
using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Complaints;
using Ingest.Store.PageQueries.Signals;
using Insights.Detection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Signals;

/// <summary>One signal: what rose, how sure, what else could explain it, the complaints behind it, and what people decide.</summary>
public sealed class SignalModel(CurrentCollection collections, SignalsQuery query, SignalTriage triage, ComplaintsQuery complaints) : PageModel
{
    private const int PageSize = 20;
    private const int YearsShown = 2;

    /// <summary>What a person can decide, in the order the form shows them.</summary>
    public static readonly IReadOnlyList<SignalState> Decisions = [SignalState.UnderAssessment, SignalState.Confirmed, SignalState.Artefact, SignalState.Dismissed];

    public CollectionContext Collection { get; private set; } = null!;

    public SignalDetail Signal { get; private set; } = null!;

    public LineChart Chart { get; private set; } = null!;

    public ComplaintFilter Filter { get; private set; } = null!;

    public IReadOnlyList<ComplaintListing> Complaints { get; private set; } = [];

    public PageOfItems Paging { get; private set; } = null!;

    public bool IsSaved { get; private set; }

    [BindProperty]
    [Required(ErrorMessage = "Select what you decide")]
    public SignalState? Decision { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter the reason for your decision")]
    [StringLength(SignalTriage.LongestReason, ErrorMessage = "The reason must be 1,000 characters or fewer")]
    public string? Reason { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "Enter your name")]
    [StringLength(SignalTriage.LongestName, ErrorMessage = "Your name must be 100 characters or fewer")]
    public string? DecidedBy { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, bool saved, [FromQuery(Name = "page")] int? pageNumber, CancellationToken cancellationToken)
    {
        IsSaved = saved;
        ModelState.Clear();
        return await LoadAsync(id, PageOfItems.Valid(pageNumber), cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (Decision == SignalState.New)
        {
            ModelState.AddModelError(nameof(Decision), "Select what you decide");
        }

        if (ModelState.IsValid)
        {
            bool isFound = await triage.DecideAsync(id, Decision!.Value, Reason!, DecidedBy!, cancellationToken);
            return isFound ? Redirect($"{PageLinks.Signal(id)}?saved=true") : NotFound();
        }

        return await LoadAsync(id, pageNumber: 1, cancellationToken) ? Page() : NotFound();
    }

    public string? ErrorOf(string field) => ModelState[field]?.Errors is [{ } first, ..] ? first.ErrorMessage : null;

    private async Task<bool> LoadAsync(long id, int pageNumber, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { } signal
            || await collections.LoadAsync(signal.CollectionName, cancellationToken) is not { } collection)
        {
            return false;
        }

        (Signal, Collection) = (signal, collection);
        Chart = Draw(signal);
        Filter = new ComplaintFilter(collection.Id)
        {
            From = signal.Since.Start,
            To = signal.Newest.End,
            Included = [.. signal.Facets.Select(facet => new FacetValue(facet.Key, facet.Value))],
        };
        ComplaintCount count = await complaints.CountAsync(Filter, cancellationToken);
        Paging = new PageOfItems(pageNumber, count.Complaints, PageSize, number => PageLinks.With(PageLinks.Signal(id), ("page", $"{number}")) + "#complaints");
        Complaints = await complaints.ListAsync(Filter, Paging.Skip, PageSize, cancellationToken);
        return true;
    }

    private static LineChart Draw(SignalDetail signal)
    {
        string direction = signal.Observed < signal.Expected ? "below" : "above";
        return new LineChart
        {
            Id = "signal",
            Title = $"{signal.Title}: complaints by {DateText.Noun(signal.Since.Interval)}",
            Summary = $"Since {DateText.Write(signal.Since.Start)}: {ChartNumber.Write(signal.Observed, ValueFormat.Count)} complaints, {direction} the {ChartNumber.Write(signal.Expected, ValueFormat.Count)} expected from the past.",
            Points = SignalCharts.Points(SignalCharts.Shown(signal.Chart, signal.Since.Start, YearsShown)),
        };
    }
}
