using Dashboard.Setup;
using Dashboard.Tests.Hosting;
using Insights;

namespace Dashboard.Tests.Setup;

public sealed class SecurityTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/collections")]
    [InlineData("/insights.css")]
    [InlineData("/nothing-here")]
    public async Task Response_Any_CarriesTheStrictPolicy(string address)
    {
        HttpResponseMessage response = await dashboard.Client.GetAsync(address);

        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/signals/1")]
    [InlineData("/trends?split=Theme")]
    [InlineData("/complaints?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/imports/new")]
    public async Task Page_Any_HasNoInlineScriptStyleOrForeignAddress(string address)
    {
        var page = await dashboard.GetPageAsync(address);

        page.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onload]").Length.ShouldBe(0);
        page.QuerySelectorAll("[src], link[href]").ShouldAllBe(element => (element.GetAttribute("src") ?? element.GetAttribute("href"))!.StartsWith('/'));
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://192.168.1.5:5080")]
    [InlineData("http://example.org")]
    [InlineData("http://127.0.0.1:5080;http://*:80")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("")]
    public void Addresses_ThatOtherMachinesCouldReach_AreRefused(string urls) => Should.Throw<InputErrorException>(() => LoopbackAddresses.Parse(urls)).Message.ShouldStartWith("--urls");

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:1;http://[::1]:2")]
    public void Addresses_OfThisMachine_AreTaken(string urls) => LoopbackAddresses.Parse(urls).ShouldBe(urls.Split(';'));

    [Fact]
    public async Task Health_StoreAnswers_IsReady()
    {
        (await dashboard.Client.GetStringAsync("/healthz")).ShouldBe("Healthy");
        (await dashboard.Client.GetStringAsync("/readyz")).ShouldBe("Healthy");
    }
}
