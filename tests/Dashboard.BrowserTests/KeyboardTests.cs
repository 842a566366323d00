using Dashboard.BrowserTests.Browsers;
using Microsoft.Playwright;
using TestSupport.Pages;

namespace Dashboard.BrowserTests;

public sealed class KeyboardTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    /// <summary>More presses of Tab than any page has stops before its content.</summary>
    private const int MostPresses = 80;

    [BrowserFact]
    public async Task FirstStop_OfAnyPage_IsTheLinkToTheContent()
    {
        IPage page = await browser.OpenAsync("/");

        await page.Keyboard.PressAsync("Tab");

        (await FocusedTextAsync(page)).ShouldBe("Skip to main content");
    }

    [BrowserFact]
    public async Task SignalToComplaint_ByKeyboardAlone_IsReached()
    {
        IPage page = await browser.OpenAsync("/");

        await TabToAsync(page, SeededAnalysis.RiseTitle);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/signals/1");
        await TabToAsync(page, "CMS-00004");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/complaints/*");

        (await page.Locator("h1").InnerTextAsync()).ShouldContain("CMS-00004");
    }

    [BrowserFact]
    public async Task Focus_OnALink_IsVisible()
    {
        IPage page = await browser.OpenAsync("/");
        await TabToAsync(page, SeededAnalysis.RiseTitle);

        string background = await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).backgroundColor");

        background.ShouldBe("rgb(255, 221, 0)");
    }

    private static async Task TabToAsync(IPage page, string text)
    {
        for (int press = 0; press < MostPresses; press++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (string.Equals(await FocusedTextAsync(page), text, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"'{text}' was not reached in {MostPresses} presses of Tab.");
    }

    private static async Task<string> FocusedTextAsync(IPage page) => await page.EvaluateAsync<string>("(document.activeElement?.textContent ?? '').trim()");
}
