using Dashboard.Pages.Shared;
using Dashboard.Pages.Trends;
using Ingest.Store.PageQueries.Complaints;
using Microsoft.AspNetCore.Mvc;

namespace Dashboard.Pages.Complaints;

/// <summary>The query of the complaints page, its download and the API, as typed in an address.</summary>
public sealed class ComplaintParameters
{
    /// <summary>Longest search: a sentence or two. More is a mistake of the clipboard.</summary>
    private const int LongestSearch = 300;

    [FromQuery(Name = "collection")]
    public string? Collection { get; set; }

    [FromQuery(Name = "q")]
    public string? Words { get; set; }

    [FromQuery(Name = "from")]
    public string? From { get; set; }

    [FromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>Codes to keep, such as <c>Theme:delay</c>.</summary>
    [FromQuery(Name = "is")]
    public string[] Included { get; set; } = [];

    /// <summary>Codes to leave out.</summary>
    [FromQuery(Name = "not")]
    public string[] Excluded { get; set; } = [];

    [FromQuery(Name = "page")]
    public int? PageNumber { get; set; }

    public ComplaintFilter Read(CollectionContext collection) => new(collection.Id)
    {
        Words = string.IsNullOrWhiteSpace(Words) ? null : Words.Trim()[..Math.Min(Words.Trim().Length, LongestSearch)],
        From = TrendRequest.ReadDate(From),
        To = TrendRequest.ReadDate(To),
        Included = FacetText.ReadAll(Included),
        Excluded = FacetText.ReadAll(Excluded),
    };
}
