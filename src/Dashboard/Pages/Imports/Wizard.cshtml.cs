using Dashboard.Jobs;
using Dashboard.Pages.Shared;
using Dashboard.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Imports;

/// <summary>Takes a file of a source that has no profile yet; the next page proposes one.</summary>
[RequestSizeLimit(PagesSetup.LargestUploadBytes)]
public sealed class WizardModel(CurrentCollection collections, UploadQueue uploads) : PageModel
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await collections.LoadAsync(name: null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await collections.LoadAsync(name: null, cancellationToken);
        if (Upload is null || Upload.Length == 0)
        {
            ModelState.AddModelError(nameof(Upload), Upload is null ? "Select a file" : "The selected file is empty");
            return Page();
        }

        await using Stream content = Upload.OpenReadStream();
        Upload draft = await uploads.AddDraftAsync(content, Upload.FileName, cancellationToken);
        return Redirect(PageLinks.Proposal(draft.Id));
    }

    public string? ErrorOf(string field) => ModelState[field]?.Errors is [{ } first, ..] ? first.ErrorMessage : null;
}
