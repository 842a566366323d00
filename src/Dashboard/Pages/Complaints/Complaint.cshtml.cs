using System.Text.Json;
using Dashboard.Pages.Shared;
using Ingest.DataFiles;
using Ingest.Store.PageQueries.Complaints;
using Insights.Classification;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Dashboard.Pages.Complaints;

/// <summary>One complaint: its codes and where they came from, its dates, and its redacted text with the words that decided.</summary>
public sealed class ComplaintModel(CurrentCollection collections, ComplaintQuery query, DataFolder data) : PageModel
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    public CollectionContext Collection { get; private set; } = null!;

    public ComplaintDetail Detail { get; private set; } = null!;

    /// <summary>What the model found, with the words that decided.</summary>
    public IReadOnlyList<ThemePrediction> PredictedThemes { get; private set; } = [];

    public IReadOnlyList<TextPiece> Text { get; private set; } = [];

    /// <summary>What the dates say against the standards: a name and a sentence each.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Clocks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellationToken)
    {
        if (await query.FindAsync(id, cancellationToken) is not { } detail
            || await collections.LoadAsync(detail.CollectionName, cancellationToken) is not { } collection)
        {
            return NotFound();
        }

        (Detail, Collection) = (detail, collection);
        Clocks = collection.Profile.ServiceStandard is { } standard ? [.. ComplaintClocks.Of(detail.Complaint, standard, data.LoadCalendar(standard.Calendar))] : [];
        PredictedThemes = detail.Prediction is { } prediction ? JsonSerializer.Deserialize<ThemePrediction[]>(prediction.Themes, Format) ?? [] : [];
        Text = detail.RedactedText is { } text ? HighlightedText.Split(text, PredictedThemes) : [];
        return Page();
    }
}
