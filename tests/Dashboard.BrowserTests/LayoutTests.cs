using Dashboard.BrowserTests.Browsers;
using Microsoft.Playwright;

namespace Dashboard.BrowserTests;

public sealed class LayoutTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int PhoneWidth = 375;

    [BrowserTheory]
    [MemberData(nameof(Addresses.All), MemberType = typeof(Addresses))]
    public async Task Page_OnAPhone_DoesNotScrollSideways(string address)
    {
        IPage page = await browser.OpenAsync(address, PhoneWidth, height: 800);

        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(PhoneWidth);
    }

    [BrowserTheory]
    [InlineData("/")]
    [InlineData("/imports")]
    [InlineData("/imports/1")]
    [InlineData("/trends?split=Theme")]
    [InlineData("/campaigns?collection=home-office-sample")]
    public async Task TitleOfATable_OnAPhone_IsReadWithoutScrollingTheTable(string address)
    {
        IPage page = await browser.OpenAsync(address, PhoneWidth, height: 800);

        (await page.EvaluateAsync<double>("Math.max(0, ...[...document.querySelectorAll('main caption')].map(caption => caption.getBoundingClientRect().right))"))
            .ShouldBeLessThanOrEqualTo(PhoneWidth);
    }

    [BrowserFact]
    public async Task Page_Any_LoadsEveryAssetWithoutAnErrorOfThePolicy()
    {
        List<string> problems = [];
        IPage page = await browser.OpenAsync("/about");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                problems.Add(message.Text);
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                problems.Add(response.Url);
            }
        };

        await page.GotoAsync("/signals/1");
        await page.GotoAsync("/trends?split=Theme");

        problems.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Chart_OnAPhone_IsTheOneDrawnForIt()
    {
        IPage page = await browser.OpenAsync("/signals/1", PhoneWidth, height: 800);

        (await page.Locator("#signal .app-chart__narrow").IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator("#signal .app-chart__wide").IsVisibleAsync()).ShouldBeFalse();
    }
}
