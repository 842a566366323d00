using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Campaigns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Campaigns;

/// <summary>The letters of one campaign.</summary>
public sealed class CampaignModel(CurrentCollection collections, CampaignsQuery query) : PageModel
{
    private const int PageSize = 50;

    public CollectionContext Collection { get; private set; } = null!;

    public CampaignListing Campaign { get; private set; } = null!;

    public IReadOnlyList<CampaignMember> Members { get; private set; } = [];

    public PageOfItems Paging { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, [FromQuery(Name = "page")] int? pageNumber, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { } found || await collections.LoadAsync(found.Collection, cancellationToken) is not { } collection)
        {
            return NotFound();
        }

        (Campaign, Collection) = (found.Campaign, collection);
        Paging = new PageOfItems(PageOfItems.Valid(pageNumber), Campaign.Complaints, PageSize, number => PageLinks.With(PageLinks.Campaign(id), ("page", $"{number}")));
        Members = await query.MembersAsync(id, Paging.Skip, PageSize, cancellationToken);
        return Page();
    }
}
