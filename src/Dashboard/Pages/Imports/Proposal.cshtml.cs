using Dashboard.Jobs;
using Dashboard.Pages.Shared;
using Ingest;
using Ingest.DataFiles;
using Ingest.Profiles;
using Ingest.Profiles.Proposing;
using Ingest.Store.PageQueries.Imports;
using Insights;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Imports;

/// <summary>
/// A profile proposed from an uploaded file, with a preview. What a person changes stands in the address, so the page can be reloaded and needs no script;
/// only naming the profile and starting the import change anything.
/// </summary>
public sealed class ProposalModel(
    CurrentCollection collections, UploadQueue uploads, ProfileProposer proposer, ImportPreview preview, SavedProfiles saved, DataFolder data, ImportsQuery imports, ImportTrigger trigger) : PageModel
{
    /// <summary>Rows shown as they would be stored.</summary>
    public const int ShownRows = 20;

    /// <summary>Stands for "not read" among a column's choices.</summary>
    public const string NotRead = "-";

    public Upload Upload { get; private set; } = null!;

    public ProfileProposal? Proposal { get; private set; }

    public ImportProfile? Profile { get; private set; }

    public PreviewReport? Preview { get; private set; }

    /// <summary>Why there is no proposal or no preview.</summary>
    public string? Problem { get; private set; }

    public IReadOnlyList<string> Taxonomies => data.TaxonomyNames;

    [BindProperty(SupportsGet = true)]
    public string? Taxonomy { get; set; }

    /// <summary>The field of each column, by the column's position; empty where the proposal stands.</summary>
    [BindProperty(SupportsGet = true, Name = "field")]
    public List<string?> Fields { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public bool MonthFirst { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Name = Proposal?.Name;
        Title = Proposal?.Title;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        try
        {
            if (Proposal is not null && Proposal.Problems.Count == 0)
            {
                string name = Name?.Trim() ?? "";
                saved.Save(name, ProposalYaml.Write(Proposal with { Name = name, Title = string.IsNullOrWhiteSpace(Title) ? name : Title.Trim() }));
                uploads.Start(Upload, name, await imports.NewestIdAsync(cancellationToken));
                await trigger.FireAsync(cancellationToken);
                return Redirect(PageLinks.Upload(Upload.Id));
            }
        }
        catch (InputErrorException problem)
        {
            ModelState.AddModelError(nameof(Name), problem.Message);
        }

        return Page();
    }

    /// <summary>Deletes the file: nothing of it is kept.</summary>
    public IActionResult OnPostDiscard(string id)
    {
        if (uploads.Find(id) is { IsDraft: true } draft)
        {
            uploads.Discard(draft);
        }

        return Redirect(PageLinks.Imports());
    }

    public string? ErrorOf(string field) => ModelState[field]?.Errors is [{ } first, ..] ? first.ErrorMessage : null;

    /// <summary>What a column's values hold, in the order of the select.</summary>
    public static IReadOnlyList<ImportField> AllFields { get; } = Enum.GetValues<ImportField>();

    private async Task<bool> LoadAsync(string id, CancellationToken cancellationToken)
    {
        if (uploads.Find(id) is not { IsDraft: true } draft)
        {
            return false;
        }

        Upload = draft;
        await collections.LoadAsync(name: null, cancellationToken);
        try
        {
            string path = uploads.PathOf(draft);
            ProfileProposal first = proposer.Propose(path, new ProposalChoices());
            Proposal = IsChanged(first) ? proposer.Propose(path, Choices(first)) : first;
            if (Proposal.Problems.Count == 0)
            {
                Profile = saved.Parse(ProposalYaml.Write(Proposal));
                Preview = preview.Run(path, Profile, ShownRows, cancellationToken);
            }
        }
        catch (InputErrorException problem)
        {
            // The file's place on this machine is nothing a page should show.
            Problem = problem.Message.Replace(uploads.PathOf(draft), draft.FileName, StringComparison.Ordinal);
        }

        return true;
    }

    private bool IsChanged(ProfileProposal first) =>
        MonthFirst || (!string.IsNullOrEmpty(Taxonomy) && !string.Equals(Taxonomy, first.Taxonomy, StringComparison.Ordinal)) || Fields.Exists(field => !string.IsNullOrEmpty(field));

    private ProposalChoices Choices(ProfileProposal first)
    {
        Dictionary<string, ImportField?> fields = new(StringComparer.OrdinalIgnoreCase);
        foreach ((ProposedColumn column, string? field) in first.Columns.Zip(Fields).Where(pair => !string.IsNullOrEmpty(pair.Second)))
        {
            fields[column.Column] = Enum.TryParse(field, out ImportField parsed) && Enum.IsDefined(parsed) ? parsed : null;
        }

        return new ProposalChoices { Taxonomy = data.TaxonomyNames.Contains(Taxonomy ?? "", StringComparer.Ordinal) ? Taxonomy : null, Fields = fields, MonthFirst = MonthFirst };
    }
}
