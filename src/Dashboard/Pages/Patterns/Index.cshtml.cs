using Dashboard.Pages.Shared;
using Ingest.Store.PageQueries.Patterns;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Patterns;

/// <summary>What a collection shows beyond its series: new themes, echoes across places, blind spots, and what could not be judged.</summary>
public sealed class IndexModel(CurrentCollection collections, PatternsQuery query) : PageModel
{
    /// <summary>New themes and echoes shown at once; the others are one click away on the same page.</summary>
    public const int MostOpen = 10;

    public CollectionContext? Collection { get; private set; }

    /// <summary>Null when no analysis has looked for patterns yet.</summary>
    public PatternListing? Listing { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? collection, CancellationToken cancellationToken)
    {
        Collection = await collections.LoadAsync(collection, cancellationToken);
        if (Collection is null)
        {
            return collections.All.Count == 0 ? Page() : NotFound();
        }

        Listing = await query.FindAsync(Collection.Name, cancellationToken);
        return Page();
    }
}
