using System.Globalization;
using Dashboard.Jobs;
using Dashboard.Pages.Shared;
using Dashboard.Setup;
using Ingest.Profiles;
using Ingest.Replay;
using Ingest.Store.Entities;
using Ingest.Store.PageQueries.Imports;
using Ingest.Store.Writing;
using Insights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Imports;

/// <summary>One import: how far it is, its account, the rows it refused, and what can be done about them.</summary>
[RequestSizeLimit(PagesSetup.LargestUploadBytes)]
public sealed class ImportModel(CurrentCollection collections, ImportsQuery query, ReplayRun replay, ImportTrigger trigger, ImportProgressBoard progress) : PageModel
{
    private const int PageSize = 50;
    private const int AccountNumbers = 4;

    public ImportDetail Detail { get; private set; } = null!;

    public IReadOnlyList<QuarantineListing> Refused { get; private set; } = [];

    /// <summary>Rows that are still to be corrected here; the same rows of the same file may be listed under a newer import of it.</summary>
    public int OpenRows { get; private set; }

    public PageOfItems Paging { get; private set; } = null!;

    public ImportUndoRow? Undo { get; private set; }

    /// <summary>What the complaints' dates say of their remit; null when the profile does not carry the date it depends on.</summary>
    public ReferralAccount? Referrals { get; private set; }

    /// <summary>The account before the replay that led here; null when none did.</summary>
    public ImportCounts? Before { get; private set; }

    [BindProperty]
    public IFormFile? Corrected { get; set; }

    public ImportBatchRow Batch => Detail.Batch;

    /// <summary>Share of the file that has been read, 0 to 1; null when another process reads it or none does.</summary>
    public double? Fraction => IsRunning ? progress.FractionOf(Batch.FileName) : null;

    public bool IsRunning => Batch.State == ImportState.Running;

    public async Task<IActionResult> OnGetAsync(long id, string? before, [FromQuery(Name = "page")] int? pageNumber, CancellationToken cancellationToken)
    {
        Before = ParseAccount(before);
        return await LoadAsync(id, PageOfItems.Valid(pageNumber), cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, pageNumber: 1, cancellationToken))
        {
            return NotFound();
        }

        if (Corrected is null || Corrected.Length == 0)
        {
            ModelState.AddModelError(nameof(Corrected), Corrected is null ? "Select the file with the corrected rows" : "The selected file is empty");
            return Page();
        }

        try
        {
            ReplayReport report = await replay.RunAsync(await ReadAsync(Corrected, cancellationToken), cancellationToken);
            await trigger.AnalyseAsync(cancellationToken);
            if (report.Imports.FirstOrDefault(import => import.BatchId == id) is { } replayed)
            {
                return Redirect(AfterReplay(replayed));
            }

            ModelState.AddModelError(nameof(Corrected), "The file has no rows of this import that are still refused: they were replayed before, or belong to another import");
        }
        catch (InputErrorException problem)
        {
            ModelState.AddModelError(nameof(Corrected), problem.Message);
        }

        return Page();
    }

    public string? ErrorOf(string field) => ModelState[field]?.Errors is [{ } first, ..] ? first.ErrorMessage : null;

    /// <summary>The page of an import after a replay, with the account before in the address.</summary>
    public static string AfterReplay(ReplayedImport import) => PageLinks.With(
        PageLinks.Import(import.BatchId),
        ("before", string.Create(CultureInfo.InvariantCulture, $"{import.Before.Accepted}.{import.Before.Duplicates}.{import.Before.Updated}.{import.Before.Quarantined}")));

    private static ImportCounts? ParseAccount(string? text)
    {
        string[] parts = text?.Split('.') ?? [];
        int[] numbers = [.. parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1)];
        return numbers.Length == AccountNumbers && Array.TrueForAll(numbers, number => number >= 0) ? new ImportCounts(numbers[0], numbers[1], numbers[2], numbers[3]) : null;
    }

    /// <summary>Formats are told by content and workbooks need to be read in any order: the file is read from a file of its own, gone afterwards.</summary>
    private static async Task<IReadOnlyList<CorrectedRow>> ReadAsync(IFormFile upload, CancellationToken cancellationToken)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("insights-corrected-");
        try
        {
            string path = Path.Combine(folder.FullName, UploadQueue.SafeName(upload.FileName));
            await using (FileStream file = System.IO.File.Create(path))
            {
                await upload.CopyToAsync(file, cancellationToken);
            }

            return CorrectionFile.Read(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<bool> LoadAsync(long id, int pageNumber, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { } detail)
        {
            return false;
        }

        Detail = detail;
        CollectionContext? collection = await collections.LoadAsync(detail.CollectionName, cancellationToken);
        Referrals = !IsRunning && collection?.Profile.Columns.ContainsKey(ImportField.ReferredOn) == true ? await query.ReferralsAsync(id, cancellationToken) : null;
        Referrals = Referrals is { InTime: 0, NoFinalResponse: 0, OutOfTime: 0 } ? null : Referrals;
        OpenRows = await query.CountQuarantinedAsync(id, cancellationToken);
        Paging = new PageOfItems(pageNumber, OpenRows, PageSize, number => PageLinks.With(PageLinks.Import(id), ("page", $"{number}")));
        Refused = await query.QuarantineAsync(id, Paging.Skip, PageSize, cancellationToken);
        Undo = await query.FindUndoAsync(id, cancellationToken);
        return true;
    }
}
