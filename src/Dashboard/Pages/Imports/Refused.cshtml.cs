using Dashboard.Jobs;
using Dashboard.Pages.Shared;
using Ingest.Replay;
using Ingest.Store.PageQueries.Imports;
using Insights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Imports;

/// <summary>One refused row with what it holds, to be corrected and tried again.</summary>
public sealed class RefusedModel(CurrentCollection collections, ImportsQuery imports, RefusedRowsQuery query, ReplayRun replay, ImportTrigger trigger) : PageModel
{
    public ImportDetail Import { get; private set; } = null!;

    /// <summary>The row; null when the key that opens it is missing.</summary>
    public RefusedRowDetail? Row { get; private set; }

    /// <summary>Why the row cannot be shown.</summary>
    public string? Problem { get; private set; }

    /// <summary>The names of the cells, each once.</summary>
    public IReadOnlyList<string> Names { get; private set; } = [];

    /// <summary>The cells as corrected, by position.</summary>
    [BindProperty]
    public List<string?> Cells { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, long row, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, row, cancellationToken))
        {
            return NotFound();
        }

        Cells = [.. Names.Select((_, index) => index < Row?.Row.Cells.Count ? Row.Row.Cells[index] : null)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, long row, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, row, cancellationToken))
        {
            return NotFound();
        }

        if (Row is null)
        {
            return Page();
        }

        Dictionary<string, string?> cells = Names.Zip(Cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.OrdinalIgnoreCase);
        ReplayReport report = await replay.RunAsync([new CorrectedRow(row, cells)], cancellationToken);
        if (report.Counts.Quarantined == 0 && report.Imports is [{ } import])
        {
            await trigger.AnalyseAsync(cancellationToken);
            return Redirect(ImportModel.AfterReplay(import));
        }

        // The reason may be another one now.
        await LoadAsync(id, row, cancellationToken);
        ModelState.AddModelError("", $"Still refused: {Row!.Column ?? "the row"} has {Row.Found}; expected {Row.Expected}");
        return Page();
    }

    private async Task<bool> LoadAsync(long id, long row, CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(id, cancellationToken) is not { } import)
        {
            return false;
        }

        Import = import;
        await collections.LoadAsync(import.CollectionName, cancellationToken);
        try
        {
            Row = await query.FindAsync(id, row, cancellationToken);
            Names = CorrectionFile.Unique(Row?.Row.Columns ?? []);
            return Row is not null;
        }
        catch (InputErrorException problem)
        {
            Problem = problem.Message;
            return true;
        }
    }
}
