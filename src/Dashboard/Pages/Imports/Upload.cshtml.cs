using Dashboard.Jobs;
using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Imports;

/// <summary>Where an upload stands until it is an import; then the import's page takes over.</summary>
public sealed class UploadModel(CurrentCollection collections, UploadQueue uploads, ImportsQuery query) : PageModel
{
    public Upload Upload { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (uploads.Find(id) is not { } upload)
        {
            return NotFound();
        }

        if (await query.FirstAfterAsync(upload.NewestImportBefore, upload.FileName, cancellationToken) is { } import)
        {
            return Redirect(PageLinks.Import(import));
        }

        await collections.LoadAsync(name: null, cancellationToken);
        Upload = upload;
        return Page();
    }
}
