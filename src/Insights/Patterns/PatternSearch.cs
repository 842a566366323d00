using Insights.Aggregation;
using Insights.Complaints;

namespace Insights.Patterns;

/// <summary>One collection's new themes, echoes and blind spots.</summary>
internal sealed class PatternSearch(IComplaintArchive archive, CollectionCounts counts)
{
    /// <summary>What kinds of places patterns are looked for in.</summary>
    public static readonly Dimension[] Places = [Dimension.BusinessArea, Dimension.Office, Dimension.Organisation];

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
        List<string> notAssessed = [];
        CollectionPatterns ofTexts = OfTexts(
            WholeDays(complaints, MostTexts, firstRead), WholeDays(unexplained, MostUnexplained, firstDay),
            before.FirstOrDefault(found => string.Equals(found.Collection, collection.Name, StringComparison.Ordinal))?.NewThemes ?? [], notAssessed);
        IReadOnlyList<BlindSpot> blindSpots = await new BlindSpotSearch(archive, counts).RunAsync(notAssessed, cancellationToken);
        if (counts.Nowcast?.NotAssessed is { } reason)
        {
            notAssessed.Add(reason);
        }

        return ofTexts with
        {
            Nowcast = counts.Nowcast,
            FirstDay = firstDay,
            IsSample = complaints.Count == MostTexts || unexplained.Count == MostUnexplained,
            BlindSpots = blindSpots,
            NotAssessed = notAssessed,
        };
    }

    private CollectionPatterns OfTexts(
        (DateOnly First, IEnumerable<ArchivedComplaint> Complaints) all, (DateOnly First, IEnumerable<ArchivedComplaint> Complaints) unexplained,
        IReadOnlyList<NewTheme> before, List<string> notAssessed)
    {
        TermIndex index = new();
        List<ReadText> texts = index.Read(all.Complaints);
        List<ReadText> open = index.Read(unexplained.Complaints);
        IReadOnlyList<NewTheme> newThemes = [];
        IReadOnlyList<Echo> echoes = [];
        if (texts.Count + open.Count == 0)
        {
            notAssessed.Add("New themes and echoes: not assessed, no complaint of this time has a text.");
        }
        else
        {
            newThemes = new NewThemeFinder(index, open, texts).Find(before, counts.AsOf, notAssessed);
            echoes = new EchoFinder(index, texts, all.First, counts.AsOf, counts.Collection).Find(newThemes, notAssessed);
        }

        return new CollectionPatterns
        {
            Collection = counts.Collection.Name,
            FirstDay = unexplained.First,
            LastDay = counts.AsOf,
            Unexplained = open.Count,
            TextsRead = texts.Count,
            IsSample = false,
            NewThemes = newThemes,
            Echoes = echoes,
            BlindSpots = [],
        };
    }

    /// <summary>
    /// When there were more than are read, the oldest day is cut somewhere: which of its complaints came along depends on the order of their import, so
    /// that day is left out.
    /// </summary>
    private static (DateOnly First, IEnumerable<ArchivedComplaint> Complaints) WholeDays(IReadOnlyList<ArchivedComplaint> newest, int most, DateOnly first) =>
        newest.Count == most && newest.Min(complaint => complaint.Day) is { } oldest && newest.Any(complaint => complaint.Day > oldest)
            ? (oldest.AddDays(1), newest.Where(complaint => complaint.Day > oldest))
            : (first, newest);
}
