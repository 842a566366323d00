using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dashboard.BrowserTests.Browsers;

/// <summary>What axe finds on a page, by WCAG 2.2 at level AA and its best practices.</summary>
public static class AxeFindings
{
    private static readonly AxeRunOptions Wcag22AtLevelAa = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    /// <summary>Rule, help and the element of each finding, as a person would look them up.</summary>
    public static async Task<string[]> OfAsync(IPage page)
    {
        AxeResult result = await page.RunAxe(Wcag22AtLevelAa);
        return [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} ({violation.HelpUrl}): {node.Html}"))];
    }
}
