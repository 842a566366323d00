using Dashboard.Pages.Shared;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.About;

/// <summary>What the numbers mean and what they do not.</summary>
public sealed class IndexModel(CurrentCollection collections) : PageModel
{
    public IReadOnlyList<CollectionContext> Collections { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await collections.LoadAsync(name: null, cancellationToken);
        List<CollectionContext> all = [];
        foreach (string name in collections.All.Select(listing => listing.Name))
        {
            if (await collections.LoadAsync(name, cancellationToken) is { } context)
            {
                all.Add(context);
            }
        }

        Collections = all;
    }
}
