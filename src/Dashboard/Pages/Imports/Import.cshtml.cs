using Dashboard.Pages.Shared;
using Ingest.Store.Entities;
using Ingest.Store.PageQueries.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Imports;

/// <summary>One import: how far it is, its account, and the rows it refused.</summary>
public sealed class ImportModel(CurrentCollection collections, ImportsQuery query) : PageModel
{
    private const int PageSize = 50;

    public ImportDetail Detail { get; private set; } = null!;

    public IReadOnlyList<QuarantineListing> Refused { get; private set; } = [];

    public PageOfItems Paging { get; private set; } = null!;

    public ImportBatchRow Batch => Detail.Batch;

    public bool IsRunning => Batch.State == ImportState.Running;

    public async Task<IActionResult> OnGetAsync(long id, [FromQuery(Name = "page")] int? pageNumber, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { } detail)
        {
            return NotFound();
        }

        Detail = detail;
        await collections.LoadAsync(detail.CollectionName, cancellationToken);
        Paging = new PageOfItems(PageOfItems.Valid(pageNumber), detail.Batch.Quarantined, PageSize, number => PageLinks.With(PageLinks.Import(id), ("page", $"{number}")));
        Refused = await query.QuarantineAsync(id, Paging.Skip, PageSize, cancellationToken);
        return Page();
    }
}
