using Dashboard.Jobs;
using Dashboard.Pages.Shared;
using Dashboard.Setup;
using Ingest.Store.PageQueries.Imports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Imports;

/// <summary>Takes a file and the profile to read it with.</summary>
[RequestSizeLimit(PagesSetup.LargestUploadBytes)]
public sealed class NewModel(CurrentCollection collections, ProfileCatalogue profiles, ImportsQuery query, UploadQueue uploads, ImportTrigger trigger) : PageModel
{
    public IReadOnlyList<KeyValuePair<string, string>> Profiles { get; private set; } = [];

    [BindProperty]
    public string? Profile { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!Profiles.Any(profile => string.Equals(profile.Key, Profile, StringComparison.Ordinal)))
        {
            ModelState.AddModelError(nameof(Profile), "Select what the file is");
        }

        if (Upload is null || Upload.Length == 0)
        {
            ModelState.AddModelError(nameof(Upload), Upload is null ? "Select a file" : "The selected file is empty");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await using Stream content = Upload!.OpenReadStream();
        Upload added = await uploads.AddAsync(content, Upload.FileName, Profile!, await query.NewestIdAsync(cancellationToken), cancellationToken);
        await trigger.FireAsync(cancellationToken);
        return Redirect(PageLinks.Upload(added.Id));
    }

    public string? ErrorOf(string field) => ModelState[field]?.Errors is [{ } first, ..] ? first.ErrorMessage : null;

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        await collections.LoadAsync(name: null, cancellationToken);
        Profiles = [.. profiles.Names.Select(name => KeyValuePair.Create(name, profiles.Load(name).Title))];
    }
}
