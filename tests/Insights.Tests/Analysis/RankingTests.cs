using Insights.Aggregation;
using Insights.Complaints;
using Insights.Detection;
using Insights.Detection.Scanning;
using Insights.Explanation;
using Insights.Taxonomies;
using Shouldly;
using Xunit;

namespace Insights.Tests.Analysis;

public sealed class RankingTests
{
    private const int Weeks = 160;
    private static readonly DateOnly FirstMonday = new(2022, 1, 3);
    private static readonly SeriesKey Delay = new(ComplaintWorld.Name, Slice.By(Dimension.Theme), "delay");
    private static readonly SeriesKey Rude = new(ComplaintWorld.Name, Slice.By(Dimension.Theme), "rude");
    private static readonly VulnerabilityMarks Vulnerability = new([new("child", "a child", ["my son", "my children"]), new("health", "illness", ["diabet*"])]);

    [Fact]
    public void GraveCodeOfTheSeries_GetsAllPoints() => Of("grave", Points(Rude, [Complaint(1)])).Points.ShouldBe(3);

    [Fact]
    public void GraveCodesWithinAnOrdinaryTheme_CountByTheirShare()
    {
        RankingPoint point = Of("grave", Points(Delay, [Complaint(1), Complaint(2, codes: "rude"), Complaint(3), Complaint(4)]));

        point.Points.ShouldBe(0.75);
        point.Detail.ShouldBe("1 of the 4 complaints read have a grave code");
    }

    [Fact]
    public void Vulnerability_CountsTextsAndNamesWhatTheyTellOf()
    {
        RankingPoint point = Of("vulnerability", Points(Delay, [Complaint(1, "My son is diabetic."), Complaint(2, "My Children wait."), Complaint(3, "The form is long."), Complaint(4), Complaint(5, "No reply in my sonnet.")]));

        point.Points.ShouldBe(1);
        point.Detail.ShouldBe("2 of 4 texts tell of it: a child, illness");
    }

    [Fact]
    public void LetterCampaign_TellsOfVulnerabilityOnce()
    {
        ArchivedComplaint[] letters = [.. Enumerable.Range(1, 9).Select(id => Complaint(id, "My son waits.") with { CampaignId = 5 }), Complaint(10, "The form is long.")];

        Of("vulnerability", Points(Delay, letters)).Detail.ShouldBe("1 of 2 texts tell of it: a child");
    }

    [Theory]
    [InlineData(200, 1, "within two years")]
    [InlineData(60, 0, "a pause: the same signal")]
    [InlineData(800, 0, "too long ago")]
    public void Recurrence_IsAnEarlierSignalOfTheSameSeries(int daysBefore, int points, string reason)
    {
        Period last = Period.Containing(Interval.Week, Began.AddDays(-daysBefore));

        Of("recurrence", Points(Delay, [], new EarlierSignal(Delay, last.Add(-3), last))).Points.ShouldBe(points, reason);
        Of("recurrence", Points(Delay, [], new EarlierSignal(Rude, last.Add(-3), last))).Points.ShouldBe(0, "another series");
    }

    [Fact]
    public void RecurrenceOftenRaised_IsCappedAndNamesTheLast()
    {
        EarlierSignal[] earlier = [.. new[] { 150, 290, 430, 570 }.Select(days => Period.Containing(Interval.Week, Began.AddDays(-days))).Select(last => new EarlierSignal(Delay, last, last))];

        RankingPoint point = Of("recurrence", Points(Delay, [], earlier));

        point.Points.ShouldBe(2);
        point.Detail.ShouldBe($"raised before, last until {WordsFor.Date(earlier[0].Last.End)}");
    }

    [Fact]
    public void SightsOfOneEarlierSignal_CountOnce()
    {
        Period last = Period.Containing(Interval.Week, Began.AddDays(-200));

        Of("recurrence", Points(Delay, [], new EarlierSignal(Delay, last.Add(-5), last), new EarlierSignal(Delay, last.Add(-3), last.Add(1)))).Points.ShouldBe(1);
    }

    private static DateOnly Began => FirstMonday.AddDays(7 * (Weeks - 4));

    private static RankingPoint Of(string reason, IReadOnlyList<RankingPoint> points) => points.Single(point => point.Reason == reason);

    private static IReadOnlyList<RankingPoint> Points(SeriesKey key, ArchivedComplaint[] complaints, params EarlierSignal[] earlier)
    {
        Taxonomy taxonomy = ComplaintWorld.Collection().Taxonomy;
        CollectionCountsBuilder builder = new(ComplaintWorld.Collection(), FirstMonday.AddDays((7 * Weeks) - 1));
        builder.Add(Enumerable.Range(0, 7 * Weeks).SelectMany(day => new[] { key, new SeriesKey(ComplaintWorld.Name, Slice.All) }.Select(one => new DailyCount(one, FirstMonday.AddDays(day), 2, 2))));
        CollectionCounts counts = builder.Build()!;
        PeriodCounts series = counts.Find(key)!;
        RaisedWindow window = new(series, Weeks - 4, Weeks - 1, 56, new CourseFitter(counts, Calendar.For(Interval.Week)).For(series, Weeks - 4), -10, IsFall: false);
        return new SignalRanking(taxonomy, new RankingWeights(), Vulnerability).Points(window, complaints, earlier);
    }

    private static ArchivedComplaint Complaint(long id, string? text = null, params string[] codes) =>
        new(id, Began, text, null, [new(Dimension.Theme, "delay"), .. codes.Select(code => new KeyValuePair<Dimension, string>(Dimension.Theme, code))]);
}
