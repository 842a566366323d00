using Dashboard.BrowserTests.Browsers;
using Microsoft.Playwright;
using TestSupport.Pages;

namespace Dashboard.BrowserTests;

public sealed class WithoutScriptTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [BrowserFact]
    public async Task Navigation_WithoutScript_IsThere()
    {
        IPage page = await browser.OpenAsync("/", width: 375, height: 800, hasScript: false);

        await page.GetByRole(AriaRole.Link, new() { Name = "Trends", Exact = true }).ClickAsync();

        (await page.Locator("h1").InnerTextAsync()).ShouldContain("Trends");
    }

    [BrowserFact]
    public async Task Trends_WithoutScript_KeepsItsStateInTheAddress()
    {
        IPage page = await browser.OpenAsync("/trends", hasScript: false);

        await page.SelectOptionAsync("#split", "Office");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).Last.ClickAsync();

        page.Url.ShouldContain("split=Office");
        (await page.Locator(".app-panel").CountAsync()).ShouldBe(5);
    }

    [BrowserFact]
    public async Task Decision_WithoutScript_IsRefusedThenStored()
    {
        IPage page = await browser.OpenAsync("/signals/3", hasScript: false);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save decision" }).ClickAsync();
        (await page.Locator(".govuk-error-summary li").CountAsync()).ShouldBe(3);

        await page.GetByLabel("Under assessment").CheckAsync();
        await page.GetByLabel("Reason").FillAsync("The office closed for repairs in September.");
        await page.GetByLabel("Your name").FillAsync("Grace");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save decision" }).ClickAsync();

        (await page.Locator(".govuk-notification-banner").InnerTextAsync()).ShouldContain("Your decision is recorded.");
        (await page.Locator("#triage").Locator("xpath=..").InnerTextAsync()).ShouldContain("by Grace");
    }

    [BrowserFact]
    public async Task Facet_WithoutScript_NarrowsAndCanBeRemoved()
    {
        IPage page = await browser.OpenAsync("/complaints", hasScript: false);
        await page.GetByRole(AriaRole.Link, new() { Name = "leave out Dover" }).ClickAsync();
        (await page.Locator("[role=status] h2").InnerTextAsync()).ShouldBe("720 complaints");

        await page.GetByRole(AriaRole.Link, new() { Name = "Remove filter: Office: not Dover" }).ClickAsync();

        (await page.Locator("[role=status] h2").InnerTextAsync()).ShouldBe($"{SeededComplaints.ClassifiedCount} complaints");
    }

    [BrowserFact]
    public async Task Patterns_WithoutScriptOnAPhone_OpenTheirComplaintsAndLeadToThem()
    {
        IPage page = await browser.OpenAsync("/patterns", width: 375, height: 800, hasScript: false);
        await page.GetByText("The 6 complaints").ClickAsync();
        (await page.Locator("#theme-a1b2c3d4 details a").CountAsync()).ShouldBe(6);

        await page.GetByRole(AriaRole.Link, new() { Name = "Belfast", Exact = true }).ClickAsync();

        page.Url.ShouldContain("is=Office%3ABelfast");
        (await page.Locator("[role=status] h2").InnerTextAsync()).ShouldBe("5 complaints");
    }
}
