using Ingest.Store;
using Ingest.Store.Entities;
using Insights.Complaints;
using Insights.Detection;
using Insights.Explanation;
using Microsoft.EntityFrameworkCore;

namespace TestSupport.Pages;

/// <summary>The analysis of a <see cref="SeededStore"/>: a rise with everything known about it, a likely artefact, and a fall.</summary>
public static class SeededAnalysis
{
    public const string RiseTitle = "Lost or damaged documents, HM Passport Office";
    public const string ArtefactTitle = "Poor communication";
    public const string FallTitle = "Dover";

    private const int Weeks = 120;

    /// <summary>The week in which the rise begins: six weeks before the newest one.</summary>
    private static readonly Period RiseBegins = Period.Containing(Interval.Week, SeededStore.AsOf).Add(-6);

    public static async Task<AnalysisRunRow> AddRunAsync(InsightsDbContext store, DateOnly asOf)
    {
        AnalysisRunRow run = new()
        {
            StartedAtUtc = new DateTime(2025, 10, 16, 9, 2, 0, DateTimeKind.Utc),
            FinishedAtUtc = new DateTime(2025, 10, 16, 9, 3, 0, DateTimeKind.Utc),
            AsOf = asOf,
            ModelVersion = "home-office/1",
            CodeVersion = "test",
            Classified = SeededComplaints.ClassifiedCount,
            Series = 30,
            NotAssessed = "[]",
            Signals = 3,
            Budgets = """[{"collection":"COLLECTION","allowedAQuarter":1,"achievedAQuarter":0.74,"quartersTried":62,"series":30,"levels":{"Theme":0.0021}}]""".Replace("COLLECTION", SeededStore.Classified, StringComparison.Ordinal),
        };
        store.Add(run);
        await store.SaveChangesAsync();
        return run;
    }

    public static async Task AddSignalsAsync(InsightsDbContext store, AnalysisRunRow run)
    {
        int collection = (await store.Collections.SingleAsync(row => row.Name == SeededStore.Classified)).Id;
        long example = await store.Complaints.Where(row => row.CollectionId == collection).MinAsync(row => row.Id);
        store.AddRange(
            Signal(run.Id, collection, rank: 1, RiseTitle, "BusinessArea+Theme", "HMPassportOffice", "lost_or_damaged_documents", observed: 9, expected: 1.8, artefact: null, Explanation(example)),
            Signal(run.Id, collection, rank: 2, ArtefactTitle, "Theme", "poor_communication", "", observed: 30, expected: 12, artefact: "recording_change", explanation: null),
            Signal(run.Id, collection, rank: 3, FallTitle, "Office", "Dover", "", observed: 0, expected: 7.4, artefact: null, explanation: null));
        await store.SaveChangesAsync();
    }

    private static SignalRow Signal(
        long run, int collection, int rank, string title, string slice, string first, string second, int observed, double expected, string? artefact, SignalExplanation? explanation) => new()
        {
            AnalysisRunId = run,
            CollectionId = collection,
            Slice = slice,
            FirstCode = first,
            SecondCode = second,
            Since = RiseBegins.Start,
            Rank = rank,
            Title = title,
            Interval = nameof(Interval.Week),
            PeriodStart = RiseBegins.Add(5).Start,
            Observed = observed,
            Expected = expected,
            Upper = Math.Max(expected + 3, 4),
            PValue = 0.0004,
            AdjustedPValue = 0.012,
            State = nameof(SignalState.New),
            Artefact = artefact,
            Method = observed < expected ? "silence" : "negative_binomial",
            Reason = "120 weeks of history, mean below five a week",
            Sentence = $"{title}: {observed} complaints since {RiseBegins.Start:d MMMM yyyy} against {expected} expected.",
            RivalExplanations = SignalDocuments.WriteRivalExplanations(["The total of all complaints did not rise.", "No letter campaign: no two of the texts are alike."]),
            Chart = SignalDocuments.WriteChart(Chart(observed > expected)),
            Explanation = SignalDocuments.WriteExplanation(explanation),
        };

    private static List<AssessedPeriod> Chart(bool rises)
    {
        Period newest = Period.Containing(Interval.Week, SeededStore.AsOf);
        return [.. Enumerable.Range(0, Weeks).Select(index =>
        {
            Period period = newest.Add(index - Weeks + 1);
            bool isIn = period >= RiseBegins && period < newest;
            int observed = isIn ? (rises ? 6 : 0) : 1 + (index * 7 % 3);
            bool isAssessed = index >= 20;
            return new AssessedPeriod(
                period, observed, isAssessed ? 1.8 : double.NaN, isAssessed ? 0 : double.NaN, isAssessed ? 4 : double.NaN, IsAlarm: isIn, IsPartial: period == newest);
        })];
    }

    private static SignalExplanation Explanation(long complaint) => new()
    {
        Terms = [new DistinctiveTerm("birth certificate", 5.1, 7, 9), new DistinctiveTerm("envelope", 3.9, 5, 9)],
        Points = [new RankingPoint("evidence", 3.4), new RankingPoint("vulnerability", 0.44) { Detail = "2 of 9 texts tell of it: a child" }, new RankingPoint("age", -0.01)],
        Groups = [new DrivingGroup(Dimension.Office, "Belfast", 6, 1.2)],
        Examples = [new RepresentativeSentence(complaint, "They lost my birth certificate and my marriage certificate.")],
        BeganEarliest = new DateOnly(2025, 1, 6),
        BeganLatest = new DateOnly(2025, 1, 20),
        Neighbours = [new Neighbour("Lost or damaged documents, UK Visas and Immigration", 12, 10.5)],
        Missing = [new MissingCode(Dimension.Office, 2, 9)],
    };
}
