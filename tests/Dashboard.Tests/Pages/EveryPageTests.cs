using Dashboard.Tests.Hosting;

namespace Dashboard.Tests.Pages;

public sealed class EveryPageTests(DashboardFixture dashboard) : IClassFixture<DashboardFixture>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/signals?state=all&artefact=either")]
    [InlineData("/signals/1")]
    [InlineData("/patterns")]
    [InlineData("/patterns?collection=housing-ombudsman")]
    [InlineData("/trends")]
    [InlineData("/trends?split=Theme&interval=Week")]
    [InlineData("/trends?split=Theme&then=BusinessArea&interval=Quarter&measure=Upheld")]
    [InlineData("/trends?collection=housing-ombudsman&split=Theme&only=damp_and_mould&then=Organisation&measure=Rate")]
    [InlineData("/complaints")]
    [InlineData("/complaints?q=certificate&not=Office:Dover&is=Theme:lost_or_damaged_documents")]
    [InlineData("/complaints/1")]
    [InlineData("/imports")]
    [InlineData("/imports/1")]
    [InlineData("/imports/1/undo")]
    [InlineData("/imports/wizard")]
    [InlineData("/campaigns")]
    [InlineData("/campaigns/1")]
    [InlineData("/about")]
    public async Task Page_Opened_HasOneHeadingAndATitle(string address)
    {
        var page = await dashboard.GetPageAsync(address);

        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.Title.ShouldNotBeNullOrEmpty();
    }
}
