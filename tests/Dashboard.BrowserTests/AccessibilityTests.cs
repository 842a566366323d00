using Dashboard.BrowserTests.Browsers;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Dashboard.BrowserTests;

public sealed class AccessibilityTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly AxeRunOptions Wcag22AtLevelAa = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    [BrowserTheory]
    [MemberData(nameof(Addresses.All), MemberType = typeof(Addresses))]
    public async Task Page_Any_HasNoFindingOfAxe(string address)
    {
        IPage page = await browser.OpenAsync(address);
        await OpenEveryDetailAsync(page);

        (await FindingsAsync(page)).ShouldBeEmpty();
    }

    [BrowserTheory]
    [MemberData(nameof(Addresses.All), MemberType = typeof(Addresses))]
    public async Task Page_OnAPhone_HasNoFindingOfAxe(string address)
    {
        IPage page = await browser.OpenAsync(address, width: 375, height: 800);

        (await FindingsAsync(page)).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task RefusedDecision_HasNoFindingOfAxe()
    {
        IPage page = await browser.OpenAsync("/signals/1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save decision" }).ClickAsync();
        await page.GetByText("There is a problem").WaitForAsync();

        (await FindingsAsync(page)).ShouldBeEmpty();
    }

    private static async Task OpenEveryDetailAsync(IPage page) =>
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(detail => detail.open = true)");

    /// <summary>Rule, help and the element of each finding, as a person would look them up.</summary>
    private static async Task<string[]> FindingsAsync(IPage page)
    {
        AxeResult result = await page.RunAxe(Wcag22AtLevelAa);
        return [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} ({violation.HelpUrl}): {node.Html}"))];
    }
}
