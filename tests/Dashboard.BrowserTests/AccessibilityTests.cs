using Dashboard.BrowserTests.Browsers;
using Microsoft.Playwright;

namespace Dashboard.BrowserTests;

public sealed class AccessibilityTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserTheory]
    [MemberData(nameof(Addresses.All), MemberType = typeof(Addresses))]
    public async Task Page_Any_HasNoFindingOfAxe(string address)
    {
        IPage page = await browser.OpenAsync(address);
        await OpenEveryDetailAsync(page);

        (await AxeFindings.OfAsync(page)).ShouldBeEmpty();
    }

    [BrowserTheory]
    [MemberData(nameof(Addresses.All), MemberType = typeof(Addresses))]
    public async Task Page_OnAPhone_HasNoFindingOfAxe(string address)
    {
        IPage page = await browser.OpenAsync(address, width: 375, height: 800);

        (await AxeFindings.OfAsync(page)).ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task RefusedDecision_HasNoFindingOfAxe()
    {
        IPage page = await browser.OpenAsync("/signals/1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save decision" }).ClickAsync();
        await page.GetByText("There is a problem").WaitForAsync();

        (await AxeFindings.OfAsync(page)).ShouldBeEmpty();
    }

    private static async Task OpenEveryDetailAsync(IPage page) =>
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(detail => detail.open = true)");
}
