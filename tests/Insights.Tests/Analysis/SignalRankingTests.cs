using Insights.Aggregation;
using Insights.Complaints;
using Insights.Detection.Scanning;
using Insights.Explanation;
using Shouldly;
using Xunit;

namespace Insights.Tests.Analysis;

/// <summary>Each weight of models/ranking.yaml moves the order as its comment there says.</summary>
public sealed class SignalRankingTests
{
    private const int Weeks = 104;

    [Fact]
    public void Evidence_CountsAPointForEachPowerOfTen_UpToItsMost()
    {
        RaisedWindow strong = Window("delay", powers: 9);
        RaisedWindow weak = Window("delay", powers: 5);

        Sum(strong).ShouldBe(Sum(weak) + 3, 1e-9);
        Sum(strong, new RankingWeights { MostEvidence = 12 }).ShouldBe(Sum(weak, new RankingWeights { MostEvidence = 12 }) + 4, 1e-9);
        Sum(strong, new RankingWeights { MostEvidence = 4 }).ShouldBe(Sum(weak, new RankingWeights { MostEvidence = 4 }), 1e-9);
    }

    [Fact]
    public void Size_CountsAPointForEachDoubling_UpToItsMost()
    {
        RaisedWindow large = Window("delay", observed: 31, expected: 1);
        RaisedWindow small = Window("delay", observed: 7, expected: 1);

        Sum(large).ShouldBe(Sum(small) + 2, 1e-9);
        Sum(large, new RankingWeights { MostSize = 1 }).ShouldBe(Sum(small, new RankingWeights { MostSize = 1 }), 1e-9);
    }

    [Fact]
    public void Grave_PutsAFewGraveComplaintsBeforeStrongerEvidence_UnlessItWeighsNothing()
    {
        RaisedWindow grave = Window("rude", powers: 5);
        RaisedWindow ordinary = Window("delay", powers: 7);

        Sum(grave).ShouldBeGreaterThan(Sum(ordinary));
        Sum(grave, new RankingWeights { Grave = 0 }).ShouldBeLessThan(Sum(ordinary, new RankingWeights { Grave = 0 }));
    }

    [Fact]
    public void Spread_CountsPlacesWithTwoComplaintsOrMore_UpToItsMost()
    {
        ArchivedComplaint[] four = [.. Enumerable.Range(0, 9).Select(id => From(id, id == 8 ? "Rugby" : $"office {id % 4}"))];
        ArchivedComplaint[] one = [.. Enumerable.Range(0, 9).Select(id => From(id, "Bolton"))];
        RaisedWindow window = Window("delay");

        Sum(window, new RankingWeights(), four).ShouldBe(Sum(window, new RankingWeights(), one) + 2, 1e-9);
        Sum(window, new RankingWeights { MostSpread = 1 }, four).ShouldBe(Sum(window, new RankingWeights { MostSpread = 1 }, one) + 1, 1e-9);
    }

    [Fact]
    public void Age_CostsPointsForEachQuarterSinceItWasLastRaised()
    {
        RaisedWindow current = Window("delay", end: Weeks - 1);
        RaisedWindow past = Window("delay", end: Weeks - 27);

        Sum(past).ShouldBe(Sum(current) - 3, 1e-9);
        Sum(past, new RankingWeights { LostAQuarter = 0 }).ShouldBe(Sum(current, new RankingWeights { LostAQuarter = 0 }), 1e-9);
    }

    private static ArchivedComplaint From(long id, string office) => new(id, null, null, null, [new(Dimension.Office, office)]);

    private static double Sum(RaisedWindow window, RankingWeights? weights = null, IReadOnlyList<ArchivedComplaint>? complaints = null) =>
        new SignalRanking(ComplaintWorld.Collection().Taxonomy, weights ?? new RankingWeights(), new VulnerabilityMarks([])).Points(window, complaints ?? [], []).Sum(point => point.Points);

    private static RaisedWindow Window(string theme, double powers = 6, int observed = 7, double expected = 1, int end = Weeks - 1)
    {
        int[] counts = new int[Weeks];
        PeriodCounts series = new(new SeriesKey(ComplaintWorld.Name, Slice.By(Dimension.Theme), theme), Period.Containing(Interval.Week, new DateOnly(2024, 1, 1)), counts, counts, counts, Weeks, 0);
        double[] cumulated = [.. Enumerable.Range(0, Weeks + 1).Select(period => (double)period)];
        return new(series, end, end, observed, new ExpectedCourse(end, cumulated, expected, 0, 0, 1, "its level"), -powers * Math.Log(10), IsFall: false);
    }
}
