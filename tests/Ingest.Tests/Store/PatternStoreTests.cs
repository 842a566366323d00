using Ingest.Store;
using Ingest.Store.PageQueries.Patterns;
using Ingest.Tests.Importing;
using Insights;
using Insights.Complaints;
using Insights.Detection;
using Insights.Explanation;
using Insights.Patterns;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Store;

/// <summary>What the search for patterns asks of both databases, and what the page reads back.</summary>
public sealed class PatternStoreTests
{
    private const string Name = "river-trust";

    private static readonly DateOnly FirstDay = new(2025, 1, 1);
    private static readonly DateOnly LastDay = new(2025, 12, 31);

    private static readonly string[] Lines =
    [
        MadeUpBody.Header,
        "R1;2025-02-03;2025-02-05;locks;noise;Old Bridge;40;Yes;;The pump is loud.",
        "R2;2025-02-04;;;;Old Bridge;40;;;The mooring fee went up.",
        "R3;2025-02-05;2025-02-07;moorings;;New Bridge;25;;;",
        "R4;2025-03-01;2025-03-04;locks;;New Bridge;25;;;Nobody can find the key of the lock.",
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Unexplained_AreThoseWithTextAndWithoutAThemeOrUnsure_NewestFirst(StorageProvider provider)
    {
        await using MadeUpBody body = await FilledAsync(provider);

        (await TextsAsync(body, 10)).ShouldBe(["Nobody can find the key of the lock.", "The mooring fee went up."]);
        (await TextsAsync(body, 1)).ShouldBe(["Nobody can find the key of the lock."]);
        await using InsightsDbContext context = body.Store.Open();
        await context.Complaints.Where(row => row.Reference == "R1").ExecuteUpdateAsync(set => set.SetProperty(row => row.NeedsReview, true));
        (await TextsAsync(body, 10)).ShouldContain("The pump is loud.");
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task SizesAndFields_AreCountedByPlaceAndMonth(StorageProvider provider)
    {
        await using MadeUpBody body = await FilledAsync(provider);

        IReadOnlyDictionary<string, double> sizes = await body.Archive().SizesAsync(Name, CancellationToken.None);
        IReadOnlyList<RecordedFields> fields = await body.Archive().RecordedFieldsAsync(Name, Dimension.Organisation, FirstDay, LastDay, CancellationToken.None);

        sizes.OrderBy(pair => pair.Key, StringComparer.Ordinal).ShouldBe([KeyValuePair.Create("New Bridge", 25.0), KeyValuePair.Create("Old Bridge", 40.0)]);
        fields.Select(row => (row.Place, row.Month.Month, row.Complaints, row.Closed, Findings: row.Missing[Dimension.Finding], Areas: row.Missing[Dimension.BusinessArea])).ShouldBe(
            [("New Bridge", 2, 1, 1, 1, 0), ("New Bridge", 3, 1, 1, 1, 0), ("Old Bridge", 2, 2, 1, 0, 1)], "an outcome is missed only where the complaint was answered");
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Patterns_AreReadBackByTheNextRunAndByThePage(StorageProvider provider)
    {
        await using MadeUpBody body = await FilledAsync(provider);
        long first = (await body.ComplaintsAsync())[0].Id;
        await body.Archive().StoreAnalysisAsync(Report(first, first + 1_000_000), CancellationToken.None);

        (await body.Archive().LastPatternsAsync(CancellationToken.None)).ShouldHaveSingleItem().NewThemes.ShouldHaveSingleItem().Name.ShouldBe("Pump");
        await using InsightsDbContext context = body.Store.Open();
        PatternListing listing = (await new PatternsQuery(context).FindAsync(Name, CancellationToken.None))!;

        listing.References.ShouldBe(new Dictionary<long, string> { [first] = "R1" });
        listing.Patterns.NewThemes.ShouldHaveSingleItem().Examples.Select(example => example.Sentence).ShouldBe(["The pump is loud."], "the words of a complaint that left are not shown");
        listing.Patterns.NotAssessed.ShouldBe(["Echoes: not assessed."]);
        (await new PatternsQuery(context).FindAsync("another", CancellationToken.None)).ShouldBeNull();
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Imports_TellWhenAComplaintFirstCame(StorageProvider provider)
    {
        await using MadeUpBody body = await FilledAsync(provider);
        await body.ImportAsync(body.Write("b.csv", MadeUpBody.Header, "R1;2025-02-03;2025-02-05;locks;noise;Old Bridge;40;Yes;;The pump is very loud.", "R9;2025-02-04;;;;Old Bridge;40;;;Nobody came."));
        await using (InsightsDbContext context = body.Store.Open())
        {
            await DateAsync(context, "a.csv", new DateTime(2025, 3, 2, 9, 0, 0, DateTimeKind.Utc));
            await DateAsync(context, "b.csv", new DateTime(2025, 3, 9, 9, 0, 0, DateTimeKind.Utc));
        }

        (await body.Archive().ReportingDaysAsync(Name, CancellationToken.None)).ShouldBe((new DateOnly(2025, 3, 2), new DateOnly(2025, 3, 9)));
        (await body.Archive().ReportedCountsAsync(Name, new DateOnly(2025, 2, 1), CancellationToken.None)).ShouldBe(
        [
            new ReportedCount(new DateOnly(2025, 2, 3), new DateOnly(2025, 3, 2), 1),
            new ReportedCount(new DateOnly(2025, 2, 4), new DateOnly(2025, 3, 2), 1),
            new ReportedCount(new DateOnly(2025, 2, 4), new DateOnly(2025, 3, 9), 1),
            new ReportedCount(new DateOnly(2025, 2, 5), new DateOnly(2025, 3, 2), 1),
            new ReportedCount(new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 2), 1),
        ], "R1 came in the second file again and was in the store since the first");
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task WhereEventsAreCounted_TheDayOfReceiptTells(StorageProvider provider)
    {
        await using MadeUpBody body = MadeUpBody.Create(provider);
        string profile = await File.ReadAllTextAsync(body.ProfilePath);
        await File.WriteAllTextAsync(body.ProfilePath, profile
            .Replace("dateBasis: receivedOn", "dateBasis: eventOn", StringComparison.Ordinal)
            .Replace("  receivedOn: Opened\n", "  receivedOn: Opened\n  eventOn: Happened\n", StringComparison.Ordinal));
        await body.ImportAsync(body.Write(
            "a.csv", $"{MadeUpBody.Header};Happened",
            "R1;2025-02-03;;locks;noise;Old Bridge;40;;;Loud.;2025-01-20", "R2;2025-02-10;;locks;noise;Old Bridge;40;;;Loud again.;2025-01-20", "R3;;;locks;noise;Old Bridge;40;;;And again.;2025-01-20"));

        (await body.Archive().ReportingDaysAsync(Name, CancellationToken.None)).ShouldBe((new DateOnly(2025, 2, 3), new DateOnly(2025, 2, 10)));
        (await body.Archive().ReportedCountsAsync(Name, FirstDay, CancellationToken.None)).ShouldBe(
            [new ReportedCount(new DateOnly(2025, 1, 20), new DateOnly(2025, 2, 3), 1), new ReportedCount(new DateOnly(2025, 1, 20), new DateOnly(2025, 2, 10), 1)], "what has no day of receipt has no delay");
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task EarlierSignals_AreThoseThatNobodyAndNothingExplainedAway(StorageProvider provider)
    {
        await using MadeUpBody body = await FilledAsync(provider);
        await body.Archive().StoreAnalysisAsync(Report(1, 2) with { Signals = [Raised("noise", null), Raised("litter", "campaign"), Raised("fees", null)] }, CancellationToken.None);
        await using (InsightsDbContext context = body.Store.Open())
        {
            await context.Signals.Where(row => row.FirstCode == "fees").ExecuteUpdateAsync(set => set.SetProperty(row => row.State, nameof(SignalState.Dismissed)));
        }

        EarlierSignal signal = (await body.Archive().EarlierSignalsAsync(Name, CancellationToken.None)).ShouldHaveSingleItem();

        (signal.Key.FirstCode, signal.First.Start, signal.Last.Start).ShouldBe(("noise", new DateOnly(2025, 1, 6), new DateOnly(2025, 2, 3)));
    }

    private static Signal Raised(string theme, string? artefact)
    {
        Period last = Period.Containing(Interval.Week, new DateOnly(2025, 2, 3));
        return new Signal
        {
            Rank = 1,
            Key = new SeriesKey(Name, Slice.By(Dimension.Theme), theme),
            Title = theme,
            Period = last,
            Since = last.Add(-4),
            Observed = 9,
            Expected = 1.5,
            Upper = 4,
            PValue = 0.001,
            AdjustedPValue = 0.01,
            Artefact = artefact,
            Method = "test",
            Reason = "test",
            Sentence = "It rose.",
            Chart = [],
        };
    }

    private static Task<int> DateAsync(InsightsDbContext context, string file, DateTime startedAtUtc) =>
        context.ImportBatches.Where(batch => batch.FileName.EndsWith(file)).ExecuteUpdateAsync(set => set.SetProperty(batch => batch.StartedAtUtc, startedAtUtc));

    private static AnalysisReport Report(long known, long gone) => new()
    {
        AsOf = LastDay,
        ModelVersion = null,
        ClassifiedComplaints = 0,
        Series = 1,
        NotAssessed = [],
        Signals = [],
        Patterns =
        [
            new CollectionPatterns
            {
                Collection = Name,
                FirstDay = FirstDay,
                LastDay = LastDay,
                Unexplained = 2,
                TextsRead = 3,
                IsSample = false,
                NewThemes =
                [
                    new NewTheme
                    {
                        Id = "p", Name = "Pump", Terms = [], Complaints = 2, CountedOnce = 2, FirstDay = FirstDay, LastDay = LastDay, FoundOn = LastDay, ComplaintIds = [known, gone],
                        Examples = [new RepresentativeSentence(known, "The pump is loud."), new RepresentativeSentence(gone, "The pump woke me.")],
                    },
                ],
                Echoes = [],
                BlindSpots = [],
                NotAssessed = ["Echoes: not assessed."],
            },
        ],
    };

    private static async Task<IEnumerable<string?>> TextsAsync(MadeUpBody body, int limit) =>
        (await body.Archive().UnexplainedAsync(Name, FirstDay, LastDay, limit, CancellationToken.None)).Select(complaint => complaint.Text);

    private static async Task<MadeUpBody> FilledAsync(StorageProvider provider)
    {
        MadeUpBody body = MadeUpBody.Create(provider);
        await body.ImportAsync(body.Write("a.csv", Lines));
        return body;
    }
}
