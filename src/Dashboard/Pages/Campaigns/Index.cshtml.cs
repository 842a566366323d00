using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Campaigns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Campaigns;

/// <summary>Letters that many people sent in nearly the same words, and what they do to the numbers.</summary>
public sealed class IndexModel(CurrentCollection collections, CampaignsQuery query) : PageModel
{
    private const int PageSize = 20;

    public CollectionContext? Collection { get; private set; }

    public CampaignTotals Totals { get; private set; } = new(0, 0, 0);

    public IReadOnlyList<CampaignListing> Campaigns { get; private set; } = [];

    public PageOfItems Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? collection, [FromQuery(Name = "page")] int? pageNumber, CancellationToken cancellationToken)
    {
        Collection = await collections.LoadAsync(collection, cancellationToken);
        if (Collection is null)
        {
            return string.IsNullOrEmpty(collection) ? Page() : NotFound();
        }

        Totals = await query.TotalsAsync(Collection.Id, cancellationToken);
        Paging = new PageOfItems(PageOfItems.Valid(pageNumber), Totals.Groups, PageSize, number => PageLinks.With(PageLinks.Campaigns(Collection.Name), ("page", $"{number}")));
        Campaigns = await query.ListAsync(Collection.Id, Paging.Skip, PageSize, cancellationToken);
        return Page();
    }
}
