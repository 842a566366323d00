using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Imports;

/// <summary>All imports with their accounts, newest first.</summary>
public sealed class IndexModel(CurrentCollection collections, ImportsQuery query) : PageModel
{
    private const int PageSize = 20;

    public IReadOnlyList<ImportListing> Imports { get; private set; } = [];

    public PageOfItems Paging { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int? pageNumber, CancellationToken cancellationToken)
    {
        await collections.LoadAsync(name: null, cancellationToken);
        Paging = new PageOfItems(PageOfItems.Valid(pageNumber), await query.CountAsync(cancellationToken), PageSize, PageLinks.Imports);
        Imports = await query.ListAsync(Paging.Skip, PageSize, cancellationToken);
    }
}
