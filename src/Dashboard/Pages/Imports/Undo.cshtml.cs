using Dashboard.Jobs;
using Dashboard.Pages.Shared;
using Ingest.Store.Entities;
using Ingest.Store.PageQueries.Imports;
using Ingest.Undo;
using Insights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Imports;

/// <summary>Says what undoing an import would do, and does it when asked.</summary>
public sealed class UndoModel(CurrentCollection collections, ImportsQuery query, UndoRun undo, ImportTrigger trigger) : PageModel
{
    public ImportDetail Import { get; private set; } = null!;

    public int Removed { get; private set; }

    public int Restored { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        try
        {
            // Once asked for it is done whether or not the browser waits.
            await undo.RunAsync(id, CancellationToken.None);
            await trigger.AnalyseAsync(CancellationToken.None);
            return Redirect(PageLinks.Import(id));
        }
        catch (InputErrorException problem)
        {
            Problem = problem.Message;
            return Page();
        }
    }

    private async Task<bool> LoadAsync(long id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { Batch.State: not ImportState.Undone } import)
        {
            return false;
        }

        Import = import;
        await collections.LoadAsync(import.CollectionName, cancellationToken);
        (int complaints, Restored) = await query.UndoScopeAsync(id, cancellationToken);
        Removed = complaints - Restored;
        return true;
    }
}
