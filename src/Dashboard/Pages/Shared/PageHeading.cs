using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Dashboard.Pages.Shared;

/// <summary>A page's title, written once: the browser's title and the heading are both made of it.</summary>
/// <param name="Title">What the page is.</param>
/// <param name="Caption">What it belongs to, shown above the heading.</param>
/// <param name="Section">The item of the navigation that is current.</param>
/// <param name="Parents">The way back, from the first page down.</param>
public sealed record PageHeading(string Title, string? Caption = null, string? Section = null, IReadOnlyList<PageLink>? Parents = null)
{
    private const string Key = "PageHeading";

    public static PageHeading Of(ViewDataDictionary viewData) => viewData[Key] as PageHeading ?? new PageHeading("Complaint insights");

    public void Set(ViewDataDictionary viewData) => viewData[Key] = this;
}
