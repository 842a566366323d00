using Ingest.Store;
using Ingest.Store.Entities;
using Ingest.Tests.Importing;
using Insights;
using Insights.Classification;
using Insights.Complaints;
using Insights.Detection;
using Insights.Detection.Scanning;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using TestSupport;
using Xunit;

namespace Ingest.Tests.Store;

public sealed class DatabaseArchiveTests
{
    private const string Name = "river-trust";

    private static readonly string[] Lines =
    [
        MadeUpBody.Header,
        "R1;2025-02-03;;locks;noise;Old Bridge;;;;The pump is loud.",
        "R2;2025-02-04;;;;Old Bridge;;;;The mooring fee went up.",
        "R3;2025-02-05;;moorings;;;;;;",
        "R4;;;locks;litter;;;;;Rubbish in the lock.",
    ];

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task DailyCounts_AreOrderedAndUndatedOnesHaveNoDay(StorageProvider provider)
    {
        await using MadeUpBody body = await FilledAsync(provider);

        IReadOnlyList<DailyCount> counts = await body.Archive().DailyCountsAsync(Name, Slice.By(Dimension.BusinessArea), new DateOnly(2025, 2, 4), CancellationToken.None);

        counts.Select(count => (count.Key.FirstCode, count.Day, count.Complaints)).ShouldBe(
            [("", new DateOnly(2025, 2, 4), 1), ("locks", null, 1), ("locks", new DateOnly(2025, 2, 3), 1)]);
        (await body.Archive().NewestDayAsync(Name, CancellationToken.None)).ShouldBe(new DateOnly(2025, 2, 5));
        (await body.Archive().CollectionsAsync(CancellationToken.None)).ShouldHaveSingleItem().Taxonomy.TitleOf(Dimension.Theme, "noise").ShouldBe("Noise");
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Complaints_OfASeriesComeNewestFirstWithTheirCodes(StorageProvider provider)
    {
        await using MadeUpBody body = await FilledAsync(provider);
        SeriesKey key = new(Name, Slice.By(Dimension.Organisation), "Old Bridge");

        IReadOnlyList<ArchivedComplaint> found = await body.Archive().ComplaintsAsync(key, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), 10, CancellationToken.None);

        found.Select(complaint => complaint.Text).ShouldBe(["The mooring fee went up.", "The pump is loud."]);
        found[1].Codes.ShouldContain(KeyValuePair.Create(Dimension.Theme, "noise"));
        found[0].Codes.ShouldNotContain(code => code.Key == Dimension.BusinessArea);
        SeriesKey none = new(Name, Slice.By(Dimension.Organisation, Dimension.Theme), "Old Bridge", "");
        (await body.Archive().ComplaintsAsync(none, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), 10, CancellationToken.None)).Count.ShouldBe(1, "an empty code asks for complaints without one");
        (await body.Archive().ComplaintsAsync(key, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), 1, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Predictions_FillWhatTheSourceLeftOpenAndNothingElse(StorageProvider provider)
    {
        await using MadeUpBody body = await FilledAsync(provider);
        await PredictAllAsync(body, "m1", "moorings", "fees");

        List<ComplaintRow> rows = await body.ComplaintsAsync();
        rows.Select(row => row.BusinessArea).ShouldBe(["locks", "moorings", "moorings", "locks"]);
        (await ThemesAsync(body)).ShouldBe(["R1 noise Source", "R2 fees Model", "R4 litter Source"]);
        rows.Count(row => row.ModelVersion == "m1").ShouldBe(3);

        await PredictAllAsync(body, "m2", "locks", "noise");
        (await body.ComplaintsAsync()).Select(row => row.BusinessArea).ShouldBe(["locks", "locks", "moorings", "locks"], "a newer model replaces what an older one said");
        (await ThemesAsync(body)).ShouldBe(["R1 noise Source", "R2 noise Model", "R4 litter Source"]);
        await using InsightsDbContext context = body.Store.Open();
        (await context.Predictions.CountAsync()).ShouldBe(6, "every version's word is kept");
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task SignalSeenAgain_KeepsItsNumberAndWhatPeopleDecided(StorageProvider provider)
    {
        await using MadeUpBody body = await FilledAsync(provider);
        await body.Archive().StoreAnalysisAsync(Report(observed: 9), CancellationToken.None);
        await using (InsightsDbContext context = body.Store.Open())
        {
            await context.Signals.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, nameof(SignalState.Confirmed)).SetProperty(row => row.StateReason, "Seen it").SetProperty(row => row.StateChangedBy, "Ann"));
        }

        await body.Archive().StoreAnalysisAsync(Report(observed: 12), CancellationToken.None);

        await using InsightsDbContext after = body.Store.Open();
        SignalRow row = await after.Signals.SingleAsync();
        (row.Observed, row.State, row.StateReason, row.StateChangedBy).ShouldBe((12, nameof(SignalState.Confirmed), "Seen it", "Ann"));
        row.AnalysisRunId.ShouldBe(await after.AnalysisRuns.MaxAsync(run => run.Id));
        (await after.AnalysisRuns.CountAsync()).ShouldBe(2);
    }

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task SignalThatGrowsAndBeginsEarlier_StaysTheSame_AndASurgeMuchLaterIsAnother(StorageProvider provider)
    {
        await using MadeUpBody body = await FilledAsync(provider);
        await body.Archive().StoreAnalysisAsync(Report(observed: 9), CancellationToken.None);
        await body.Archive().StoreAnalysisAsync(Report(observed: 14, weeksEarlier: 1, weeksLater: 2), CancellationToken.None);
        await body.Archive().StoreAnalysisAsync(Report(observed: 40, weeksEarlier: -30, weeksLater: 31), CancellationToken.None);

        await using InsightsDbContext after = body.Store.Open();
        List<SignalRow> rows = await after.Signals.OrderBy(row => row.Id).ToListAsync();
        rows.Select(row => (row.Since, row.Observed)).ShouldBe([(new DateOnly(2025, 1, 27), 14), (new DateOnly(2025, 9, 1), 40)]);
        (await after.AnalysisRuns.OrderBy(run => run.Id).Select(run => run.Budgets).FirstAsync()).ShouldContain("\"allowedAQuarter\":2");
    }

    private static AnalysisReport Report(int observed, int weeksEarlier = 0, int weeksLater = 0)
    {
        Period week = Period.Containing(Interval.Week, new DateOnly(2025, 2, 3));
        return new AnalysisReport
        {
            AsOf = new DateOnly(2025, 2, 10),
            ModelVersion = null,
            ClassifiedComplaints = 0,
            Series = 1,
            NotAssessed = [KeyValuePair.Create("needs 78 weeks, has 31", 4)],
            Budgets = [new CollectionBudget(Name, 2, null, 0, 1, new Dictionary<string, double>(StringComparer.Ordinal))],
            Signals =
            [
                new Signal
                {
                    Rank = 1, Key = new SeriesKey(Name, Slice.By(Dimension.Theme), "noise"), Title = "Noise", Period = week.Add(weeksLater), Since = week.Add(-weeksEarlier), Observed = observed,
                    Expected = 1.5, Upper = 4, PValue = 0.001, AdjustedPValue = double.NaN, Method = "test", Reason = "test", Sentence = "Noise rose.",
                    Chart = [new AssessedPeriod(week, observed, double.NaN, double.NaN, double.NaN, true, false)],
                },
            ],
        };
    }

    private static async Task<MadeUpBody> FilledAsync(StorageProvider provider)
    {
        MadeUpBody body = MadeUpBody.Create(provider);
        await body.ImportAsync(body.Write("a.csv", Lines));
        return body;
    }

    private static async Task PredictAllAsync(MadeUpBody body, string model, string area, string theme)
    {
        DatabaseArchive archive = body.Archive();
        ComplaintPrediction prediction = new()
        {
            BusinessArea = new CodePrediction(area, 0.9),
            ComplaintType = new CodePrediction("service", 0.9),
            Remit = new CodePrediction("in", 0.9),
            Themes = [new ThemePrediction(theme, 0.9, [new TextSpan(0, 3)])],
            NeedsReview = false,
        };
        await foreach (IReadOnlyList<ArchivedText> batch in archive.UnclassifiedAsync(Name, model, 2, CancellationToken.None))
        {
            await archive.StorePredictionsAsync(Name, model, [.. batch.Select(text => KeyValuePair.Create(text.ComplaintId, prediction))], CancellationToken.None);
        }
    }

    private static async Task<List<string>> ThemesAsync(MadeUpBody body)
    {
        await using InsightsDbContext context = body.Store.Open();
        return [.. (await context.ComplaintThemes.Join(context.Complaints, theme => theme.ComplaintId, row => row.Id, (theme, row) => new { row.Reference, theme.Theme, theme.Origin })
            .OrderBy(theme => theme.Reference).ToListAsync()).Select(theme => $"{theme.Reference} {theme.Theme} {theme.Origin}")];
    }
}
