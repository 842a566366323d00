using Dashboard.Charts;
using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Complaints;
using Insights.Complaints;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Complaints;

/// <summary>Finds complaints: by words, dates and codes, kept or left out.</summary>
public sealed class IndexModel(CurrentCollection collections, ComplaintsQuery query) : PageModel
{
    private const int PageSize = 20;

    /// <summary>Codes listed of each facet before the rest folds away.</summary>
    public const int MostFacetCodes = 8;

    /// <summary>Codes of a facet at all: a list of three hundred landlords is searched on the trends page.</summary>
    public const int MostFoldedCodes = 40;

    public CollectionContext? Collection { get; private set; }

    public ComplaintFilter Filter { get; private set; } = new(0);

    public IReadOnlyList<ComplaintListing> Complaints { get; private set; } = [];

    public ComplaintCount Count { get; private set; }

    public ComplaintFacets? Facets { get; private set; }

    public PageOfItems? Paging { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] ComplaintParameters parameters, CancellationToken cancellationToken)
    {
        Collection = await collections.LoadAsync(parameters.Collection, cancellationToken);
        if (Collection is null)
        {
            return collections.All.Count == 0 ? Page() : NotFound();
        }

        Filter = parameters.Read(Collection);
        Count = await query.CountAsync(Filter, cancellationToken);
        Facets = await query.FacetsAsync(Filter, cancellationToken);
        Paging = new PageOfItems(PageOfItems.Valid(parameters.PageNumber), Count.Complaints, PageSize, number => PageLinks.Complaints(Collection.Name, Filter, number));
        Complaints = await query.ListAsync(Filter, Paging.Skip, PageSize, cancellationToken);
        return Page();
    }

    public string CountText => Count switch
    {
        { Complaints: 0 } => "No complaints match",
        { Complaints: 1 } => "1 complaint",
        { IsExact: false } => $"More than {ChartNumber.Write(Count.Complaints, ValueFormat.Count)} complaints",
        _ => $"{ChartNumber.Write(Count.Complaints, ValueFormat.Count)} complaints",
    };

    /// <summary>How they ended: "6 upheld, 3 not upheld, 5 not recorded".</summary>
    public string? Endings()
    {
        FacetCount[] findings = [.. Facets!.Counts.Where(count => count.Dimension == Dimension.Finding)];
        if (findings.Length == 0)
        {
            return null;
        }

        IEnumerable<string> parts = findings.OrderBy(count => count.Code.Length == 0).Select(count =>
            $"{ChartNumber.Write(count.Complaints, ValueFormat.Count)} {Collection!.TitleOf(Dimension.Finding, count.Code).ToLowerInvariant()}");
        return string.Join(", ", parts);
    }

    public bool IsIncluded(FacetCount count) => Filter.Included.Contains(new FacetValue(count.Dimension, count.Code));

    public bool IsExcluded(FacetCount count) => Filter.Excluded.Contains(new FacetValue(count.Dimension, count.Code));

    /// <summary>The address with one value kept (or no longer).</summary>
    public string Keeping(FacetValue value) => PageLinks.Complaints(Collection!.Name, Filter with
    {
        Included = Toggle(Filter.Included, value),
        Excluded = [.. Filter.Excluded.Where(other => other != value)],
    });

    /// <summary>The address with one value left out (or no longer).</summary>
    public string LeavingOut(FacetValue value) => PageLinks.Complaints(Collection!.Name, Filter with
    {
        Included = [.. Filter.Included.Where(other => other != value)],
        Excluded = Toggle(Filter.Excluded, value),
    });

    private static IReadOnlyList<FacetValue> Toggle(IReadOnlyList<FacetValue> values, FacetValue value) =>
        values.Contains(value) ? [.. values.Where(other => other != value)] : [.. values, value];
}
