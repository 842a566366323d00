using Insights.Aggregation;
using Insights.Complaints;

namespace Insights.Patterns;

/// <summary>One collection's new themes, echoes and blind spots.</summary>
internal sealed class PatternSearch(IComplaintArchive archive, CollectionCounts counts)
{
    /// <summary>New themes are those of the last year.</summary>
    private const int NewThemeDays = 365;

    /// <summary>Texts that no theme explains, read at most, the newest: every one is compared with every other.</summary>
    private const int MostUnexplained = 3000;

    /// <summary>Texts of the whole collection read at most, the newest.</summary>
    private const int MostTexts = 10_000;

    public async Task<CollectionPatterns> RunAsync(IReadOnlyList<CollectionPatterns> before, CancellationToken cancellationToken)
    {
        ComplaintCollection collection = counts.Collection;
        DateOnly lastDay = counts.AsOf;
        DateOnly firstDay = lastDay.AddDays(1 - NewThemeDays);
        DateOnly firstRead = firstDay.AddDays(-EchoFinder.RecentDays);
        IReadOnlyList<ArchivedComplaint> complaints = await archive.ComplaintsAsync(counts.All.Key, firstRead, lastDay, MostTexts, cancellationToken);
        IReadOnlyList<ArchivedComplaint> unexplained = await archive.UnexplainedAsync(collection.Name, firstDay, lastDay, MostUnexplained, cancellationToken);
        TermIndex index = new();
        List<ReadText> texts = index.Read(complaints);
        List<ReadText> open = index.Read(unexplained);
        bool isSample = complaints.Count == MostTexts || unexplained.Count == MostUnexplained;

        // A sample of the newest begins where its oldest day is surely whole.
        DateOnly firstWhole = complaints.Count == MostTexts && complaints.Min(complaint => complaint.Day) is { } oldest ? oldest.AddDays(1) : firstRead;
        IReadOnlyList<NewTheme> newThemes = new NewThemeFinder(index, open, texts)
            .Find(before.FirstOrDefault(found => string.Equals(found.Collection, collection.Name, StringComparison.Ordinal))?.NewThemes ?? [], lastDay);
        return new CollectionPatterns
        {
            Collection = collection.Name,
            FirstDay = firstDay,
            LastDay = lastDay,
            Unexplained = open.Count,
            TextsRead = texts.Count,
            IsSample = isSample,
            NewThemes = newThemes,
            Echoes = new EchoFinder(index, [.. texts.Where(text => text.Complaint.Day >= firstWhole)], firstWhole, lastDay, collection).Find(newThemes),
            BlindSpots = await new BlindSpotSearch(archive, counts).RunAsync(cancellationToken),
        };
    }
}
