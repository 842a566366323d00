namespace Dashboard.Pages.Shared;

/// <summary>Where a list stands: which page of how many, and the address of any other.</summary>
public sealed record PageOfItems(int Number, int ItemCount, int PageSize, Func<int, string> Address)
{
    /// <summary>Pages beyond this one are not offered: people narrow a search, they do not turn five hundred pages.</summary>
    public const int LastPage = 500;

    public int Count => Math.Clamp((ItemCount + PageSize - 1) / PageSize, 1, LastPage);

    public int Skip => (Number - 1) * PageSize;

    public int First => ItemCount == 0 ? 0 : Skip + 1;

    public int Last => Math.Min(Skip + PageSize, ItemCount);

    public static int Valid(int? number) => Math.Clamp(number ?? 1, 1, LastPage);

    /// <summary>The pages to link: the first, the last and the neighbours; null where some are left out.</summary>
    public IReadOnlyList<int?> Links
    {
        get
        {
            int[] shown = [.. new[] { 1, Number - 1, Number, Number + 1, Count }.Where(number => number >= 1 && number <= Count).Distinct().Order()];
            List<int?> links = [];
            foreach (int number in shown)
            {
                if (links.Count > 0 && links[^1] is { } last && number > last + 1)
                {
                    links.Add(null);
                }

                links.Add(number);
            }

            return links;
        }
    }
}
