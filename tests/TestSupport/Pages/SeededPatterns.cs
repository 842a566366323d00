using Ingest.Store;
using Ingest.Store.Entities;
using Insights.Complaints;
using Insights.Explanation;
using Insights.Nowcasting;
using Insights.Patterns;
using Microsoft.EntityFrameworkCore;

namespace TestSupport.Pages;

/// <summary>What the analysis of a <see cref="SeededStore"/> found beyond its series: one of everything, and nothing in the collection with sizes.</summary>
public static class SeededPatterns
{
    public const string NewThemeName = "Kiosk, frozen screen";

    /// <summary>Reference of the complaint whose sentence stands for the new theme.</summary>
    public const string ExampleReference = "CMS-00003";

    public static async Task AddAsync(InsightsDbContext store, AnalysisRunRow run)
    {
        Dictionary<string, long> ids = await store.Complaints.Where(row => row.Reference.StartsWith("CMS-")).ToDictionaryAsync(row => row.Reference, row => row.Id);
        run.Patterns = SignalDocuments.WritePatterns([Found(ids), NothingFound()]);
        await store.SaveChangesAsync();
    }

    private static CollectionPatterns Found(Dictionary<string, long> ids) => new()
    {
        Collection = SeededStore.Classified,
        FirstDay = SeededStore.AsOf.AddDays(-364),
        LastDay = SeededStore.AsOf,
        Unexplained = 120,
        TextsRead = 455,
        IsSample = false,
        NewThemes =
        [
            new NewTheme
            {
                Id = "a1b2c3d4",
                Name = NewThemeName,
                Terms = [new DistinctiveTerm("kiosk", 6.2, 5, 5), new DistinctiveTerm("frozen screen", 4.1, 4, 5)],
                Complaints = 6,
                CountedOnce = 5,
                FirstDay = SeededStore.AsOf.AddDays(-23),
                LastDay = SeededStore.AsOf.AddDays(-3),
                FoundOn = SeededStore.AsOf.AddDays(-7),
                Examples = [new RepresentativeSentence(ids[ExampleReference], "The kiosk froze at the desk.")],
                ComplaintIds = [.. new[] { 3, 7, 11, 15, 19, 23 }.Select(number => ids[$"CMS-{number:00000}"])],
            },
        ],
        Echoes =
        [
            new Echo
            {
                Title = "Poor communication: “nine times”",
                Theme = "poor_communication",
                NewThemeId = null,
                Terms = ["nine times"],
                Dimension = Dimension.Office,
                Places = [new EchoPlace("Croydon", "Croydon", 5, 0.4), new EchoPlace("Belfast", "Belfast", 4, 0.6)],
                FirstDay = SeededStore.AsOf.AddDays(-90),
                LastDay = SeededStore.AsOf,
                Sentence = "Poor communication: “nine times” rose in two places at once.",
                Examples = [new RepresentativeSentence(ids["CMS-00002"], "I telephoned nine times.")],
                ComplaintIds = [ids["CMS-00002"], ids["CMS-00010"]],
            },
        ],
        BlindSpots =
        [
            new BlindSpot(BlindSpotKind.FallingRecording, Dimension.Office, "Dover", "Dover", null, 0, 31.2, 300, SeededStore.AsOf.AddDays(-181), SeededStore.AsOf, "Dover: 0 complaints recorded, 31 were expected."),
            new BlindSpot(BlindSpotKind.MissingField, Dimension.Office, "Belfast", "Belfast", Dimension.Finding, 6, 1.5, 18, SeededStore.AsOf.AddDays(-89), SeededStore.AsOf, "Belfast: Finding is not recorded in 6 of 18 complaints."),
        ],
        Nowcast = new Nowcast
        {
            Interval = Interval.Week,
            AsOf = SeededStore.AsOf,
            ByReceipt = false,
            LearnedFrom = 60,
            Periods =
            [
                new NowcastPeriod(new DateOnly(2025, 9, 29), 7, 0.9, null, null, null),
                new NowcastPeriod(new DateOnly(2025, 10, 6), 12, 0.6, 20, 15, 27),
            ],
        },
        NotAssessed = ["Fewer complaints than a caseload predicts: not assessed, the source carries no sizes."],
    };

    private static CollectionPatterns NothingFound() => new()
    {
        Collection = SeededStore.WithSizes,
        FirstDay = SeededStore.AsOf.AddDays(-364),
        LastDay = SeededStore.AsOf,
        Unexplained = 0,
        TextsRead = 0,
        IsSample = false,
        NewThemes = [],
        Echoes = [],
        BlindSpots = [],
        NotAssessed = ["New themes and echoes: not assessed, no complaint of this time has a text."],
    };
}
