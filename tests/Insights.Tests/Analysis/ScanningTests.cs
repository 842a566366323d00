using Insights.Aggregation;
using Insights.Complaints;
using Insights.Detection.Scanning;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Insights.Tests.Analysis;

public sealed class ScanningTests
{
    private const int Weeks = 312;
    private static readonly DateOnly FirstMonday = new(2018, 1, 1);
    private static readonly Calendar Weekly = Calendar.For(Interval.Week);

    [Fact]
    public void Level_FollowsANewLevelWithinTwoMonths_AndNotASurge()
    {
        CourseFitter courses = Courses(week => week switch { < 150 => 4, >= 150 and < 154 => 40, < 220 => 4, _ => 30 });
        PeriodCounts all = Counts(week => week switch { < 150 => 4, >= 150 and < 154 => 40, < 220 => 4, _ => 30 }).All;

        courses.For(all, 150).Mean(150).ShouldBe(4, 0.5);
        courses.For(all, 154).Mean(154).ShouldBeLessThan(8);
        courses.For(all, 221).Mean(221).ShouldBeLessThan(8);
        courses.For(all, 229).Mean(229).ShouldBe(30, 4);
    }

    [Fact]
    public void Season_OfTheYearIsExpected()
    {
        CollectionCounts counts = Counts(week => 40 + (20 * Math.Cos(2 * Math.PI * week / 52.18)));
        CourseFitter courses = new(counts, Weekly);

        courses.For(counts.All, 260).Mean(261).ShouldBe(60, 4);
        courses.For(counts.All, 260).Mean(287).ShouldBe(20, 3);
        courses.For(counts.All, 260).Method.ShouldBe("its level and season");
    }

    [Fact]
    public void Course_DoesNotLookAtWhatCameLater()
    {
        CourseFitter quiet = Courses(_ => 5);
        CourseFitter surge = Courses(week => week < 200 ? 5 : 50);
        PeriodCounts all = Counts(_ => 5).All;

        surge.For(all, 200).Mean(203).ShouldBe(quiet.For(all, 200).Mean(203));
    }

    [Fact]
    public void SurgeWithinASlowRise_IsFoundBesideIt()
    {
        CollectionCounts counts = Counts(week => week < 262 ? 10 : week is >= 300 and < 302 ? 80 : 20);
        WindowScan scan = new(new CourseFitter(counts, Weekly), Weekly, new ScanOptions(), isShare: false);

        IReadOnlyList<RaisedWindow> found = scan.Search(counts.All, Math.Log(1e-5), Weeks - 53, 0, out _);

        found.ShouldContain(window => window.Start == 300 && window.End == 301);
        found.ShouldContain(window => window.Start < 270 && window.Length > 20);
    }

    [Theory]
    [InlineData(30, 1)]
    [InlineData(80, 2)]
    public void StretchThatIsALittleStronger_IsPartOfItsRise_AndASurgeIsNot(int stronger, int events)
    {
        CollectionCounts counts = Counts(week => week < 262 ? 10 : week is >= 286 and < 296 ? stronger : 20);
        CourseFitter courses = new(counts, Weekly);
        RaisedWindow rise = new(counts.All, 262, Weeks - 1, counts.All.Sum(262, Weeks - 1), courses.For(counts.All, 262), -50, IsFall: false);
        RaisedWindow within = new(counts.All, 286, 295, 10 * stronger, rise.Course.Scaled(2, 800), -20, IsFall: false);

        IReadOnlyList<KeyValuePair<RaisedWindow, List<RaisedWindow>>> folded = new SignalFolding(_ => [], _ => false).Fold([rise, within]);

        folded.Count.ShouldBe(events);
        string reason = SignalReason.For(folded[0].Key, Weekly, folded[0].Value, _ => "All complaints");
        reason.Contains("The same rise stands out in ", StringComparison.Ordinal).ShouldBe(events == 1);
        reason.ShouldNotContain("also raised");
    }

    [Fact]
    public void Chart_BeginsAYearBeforeTheSignal_HoweverLongAgoThatWas()
    {
        CollectionCounts counts = Counts(_ => 10);
        CourseFitter courses = new(counts, Weekly);
        RaisedWindow old = new(counts.All, Weeks - 130, Weeks - 40, 1000, courses.For(counts.All, Weeks - 130), -20, IsFall: false);

        SignalCharts.Draw(old, courses, Weekly)[0].Period.ShouldBe(counts.All.PeriodAt(Weeks - 182));
        SignalCharts.Draw(old with { Start = Weeks - 2, End = Weeks - 1 }, courses, Weekly)[0].Period.ShouldBe(counts.All.PeriodAt(Weeks - 104));
    }

    [Fact]
    public void SlowRise_IsFoundAroundAStrongerSurge_AndSaysWhatItWasJudgedWithout()
    {
        CollectionCounts counts = Counts(week => week < 272 ? 10 : week is >= 284 and < 286 ? 160 : 15);
        WindowScan scan = new(new CourseFitter(counts, Weekly), Weekly, new ScanOptions(), isShare: false);

        IReadOnlyList<RaisedWindow> found = scan.Search(counts.All, Math.Log(1e-4), Weeks - 53, 0, out _);

        found[0].Length.ShouldBeLessThanOrEqualTo(2);
        RaisedWindow rise = found.Where(window => window.Length > 20).ShouldHaveSingleItem(string.Join("; ", found.Select(window => $"{window.Start} to {window.End}")));
        rise.SetAside.ShouldBeInRange(280, 300);
        WindowTail.LogPValue(rise.Observed - rise.SetAside, rise.Expected, rise.Course.PredictiveDispersion(rise.Expected, rise.Length), isFall: false).ShouldBe(rise.LogPValue, 1e-9);
        new SignalWording(Collection()).Sentence(rise, rise.Series.PeriodAt(rise.Start), rise.Series.PeriodAt(rise.End), isCurrent: true)
            .ShouldContain($"without the {rise.SetAside} of a surge within it, chance alone");
    }

    [Fact]
    public void TailOfASurge_IsNoSlowRise()
    {
        CollectionCounts counts = Counts(week => week < 290 ? 10 : week < 293 ? 100 : 15);
        WindowScan scan = new(new CourseFitter(counts, Weekly), Weekly, new ScanOptions(), isShare: false);

        scan.Search(counts.All, Math.Log(1e-4), Weeks - 53, 0, out _).ShouldHaveSingleItem();
    }

    [Fact]
    public void SeasonNotYetKnown_IsNoRise()
    {
        CollectionCounts counts = Counts(week => 40 + (12 * Math.Cos(2 * Math.PI * (week + 26) / 52.18)));
        CourseFitter courses = new(counts, Weekly);
        ExpectedCourse early = courses.For(counts.All, 80);
        ExpectedCourse late = courses.For(counts.All, 184);

        int observed = counts.All.Sum(80, 96);
        WindowTail.LogPValue(observed, early.Sum(80, 96), early.PredictiveDispersion(early.Sum(80, 96), 17), isFall: false).ShouldBeGreaterThan(Math.Log(0.02));
        late.PredictiveDispersion(100, 17).ShouldBeLessThan(early.PredictiveDispersion(100, 17) - 3);
    }

    [Fact]
    public void EndOfASurge_IsNoSilence()
    {
        CollectionCounts counts = Counts(week => week is >= 270 and < 300 ? 60 : 6);
        WindowScan scan = new(new CourseFitter(counts, Weekly), Weekly, new ScanOptions(), isShare: false);

        scan.Search(counts.All, Math.Log(1e-5), Weeks - 53, 0, out _).ShouldAllBe(window => !window.IsFall);
    }

    [Fact]
    public void Budget_IsKeptOnHistoryItWasNotSetOn()
    {
        CollectionCounts counts = Offices(60, new Random(5));
        CourseFitter courses = new(counts, Weekly);

        AlarmBudget budget = Scan(counts, courses, allowed: 2).Budget;

        budget.QuartersTried.ShouldBeGreaterThan(10);
        budget.AchievedAQuarter.ShouldBeInRange(0, 3);
        Scan(counts, courses, allowed: 0.2).Budget.Of(Slice.By(Dimension.Office)).Level.ShouldBeLessThan(budget.Of(Slice.By(Dimension.Office)).Level);
    }

    [Fact]
    public void Budget_TakesTheHistoryItselfForASecondBar_WhereItClusters()
    {
        Slice offices = Slice.By(Dimension.Office);
        CollectionCounts clustered = Offices(60, new Random(5), (week, office) => (week + (7 * office)) % 40 < 6 ? 3.5 : 1);
        CollectionCounts quiet = Offices(60, new Random(5), (_, _) => 1.4);

        double bar = Scan(clustered, new CourseFitter(clustered, Weekly), allowed: 1).Budget.Of(offices).LogLevel;

        bar.ShouldBeLessThan(Scan(quiet, new CourseFitter(quiet, Weekly), allowed: 1).Budget.Of(offices).LogLevel - Math.Log(10));
    }

    [Fact]
    public void Tree_OpensABranchForOneStrongCell_AndDoesNotLetManyCellsSilenceAFewThemes()
    {
        Slice theme = Slice.By(Dimension.Theme);
        Slice pair = Slice.By(Dimension.Theme, Dimension.Office);
        List<SeriesKey> keys = [new("c", theme, "a"), new("c", theme, "b")];
        List<double> pValues = [0.01, 0.5];
        for (int office = 0; office < 500; office++)
        {
            keys.Add(new("c", pair, office % 2 == 0 ? "a" : "b", $"office {office}"));
            pValues.Add(office == 1 ? 1e-7 : 0.6);
        }

        double[] adjusted = SignalTree.Adjust(keys, pValues, 0.1);

        adjusted[0].ShouldBe(0.02, 1e-12);
        adjusted[3].ShouldBeLessThan(0.001);
        adjusted[2].ShouldBe(1);
    }

    [Fact]
    public void Identity_SurvivesGrowthAndAMovedBeginning_NotASurgeInALongRise()
    {
        Period Week(int index) => Period.Containing(Interval.Week, FirstMonday).Add(index);

        SignalIdentity.Likeness(Week(10), Week(12), Week(9), Week(20), 3, 2).ShouldBeGreaterThan(0);
        SignalIdentity.Likeness(Week(10), Week(12), Week(13), Week(15), 3, 2).ShouldBeGreaterThan(0);
        SignalIdentity.Likeness(Week(10), Week(12), Week(14), Week(15), 1.5, 20).ShouldBe(0);
        SignalIdentity.Likeness(Week(10), Week(60), Week(40), Week(41), 2, 20).ShouldBe(0);
    }

    [Fact]
    public void Replay_RaisesASurgeInItsFirstWeek_AndKeepsItsNumber()
    {
        DailyCount[] daily = Daily(week => week < 290 ? 10 : 60);
        SignalReplay replay = new(Collection(), daily, new ScanOptions());

        List<ReplayedPeriod> periods = [.. replay.Run(FirstMonday.AddDays(7 * 285), FirstMonday.AddDays((7 * 300) - 1))];

        periods[4].Signals.ShouldBeEmpty();
        ReplayedSignal first = periods[5].Signals.ShouldHaveSingleItem();
        first.IsNew.ShouldBeTrue();
        first.Observed.ShouldBe(60);
        periods.Skip(6).ShouldAllBe(period => period.Signals.Any(signal => signal.Number == first.Number && !signal.IsNew));
        periods[^1].Signals.Count(signal => signal.IsNew).ShouldBe(0);
    }

    [Fact]
    public void CodeNeverUsedBefore_IsAChangeOfRecording_AndASurgeInItLaterIsNot()
    {
        SeriesKey key = new("made", Slice.By(Dimension.Theme), "new code");
        List<DailyCount> daily = [.. Daily(_ => 100)];
        for (int week = 250; week < Weeks; week++)
        {
            daily.AddRange(Enumerable.Range(0, 5).Select(day => new DailyCount(key, FirstMonday.AddDays((7 * week) + day), week == 275 ? 40 : 4, week == 275 ? 40 : 4)));
        }

        SignalReplay replay = new(Collection() with { WatchedSlices = [Slice.All, Slice.By(Dimension.Theme)] }, daily, new ScanOptions());
        List<ReplayedPeriod> periods = [.. replay.Run(FirstMonday.AddDays(7 * 250), FirstMonday.AddDays((7 * 276) - 1))];

        periods[0].Signals.Single(signal => signal.Key == key).Artefact.ShouldBe("recording_change");
        periods[^1].Signals.ShouldContain(signal => signal.Key == key && signal.Artefact == null && signal.Observed == 200 && signal.IsNew);
    }

    private static ScanResult Scan(CollectionCounts counts, CourseFitter courses, double allowed) =>
        new SignalScanner(counts, courses, new ScanOptions { FalseSignalsAQuarter = allowed }).Scan();

    private static CourseFitter Courses(Func<int, double> weekly) => new(Counts(weekly), Weekly);

    private static CollectionCounts Counts(Func<int, double> weekly)
    {
        CollectionCountsBuilder builder = new(Collection(), FirstMonday.AddDays((7 * Weeks) - 1));
        builder.Add(Daily(weekly));
        return builder.Build()!;
    }

    private static DailyCount[] Daily(Func<int, double> weekly) => [.. Enumerable.Range(0, Weeks)
        .SelectMany(week => Enumerable.Range(0, 7).Select(day => (Day: FirstMonday.AddDays((7 * week) + day), Count: Part(weekly(week), day))))
        .Where(pair => pair.Count > 0)
        .Select(pair => new DailyCount(new SeriesKey("made", Slice.All), pair.Day, pair.Count, pair.Count))];

    /// <summary>Spread over the days of the week, so that no day is a pile.</summary>
    private static int Part(double count, int day) => (int)Math.Ceiling(Math.Round(count) * (day + 1) / 7) - (int)Math.Ceiling(Math.Round(count) * day / 7);

    private static CollectionCounts Offices(int offices, Random random, Func<int, int, double>? mean = null)
    {
        ComplaintCollection collection = Collection() with { WatchedSlices = [Slice.By(Dimension.Office)] };
        CollectionCountsBuilder builder = new(collection, FirstMonday.AddDays((7 * Weeks) - 1));
        for (int week = 0; week < Weeks; week++)
        {
            int all = 0;
            for (int office = 0; office < offices; office++)
            {
                int count = Poisson.Sample(random, mean?.Invoke(week, office) ?? (0.2 * (1 + (office % 10))));
                all += count;
                builder.Add([new DailyCount(new SeriesKey("made", Slice.By(Dimension.Office), $"office {office}"), FirstMonday.AddDays(7 * week), count, count)]);
            }

            builder.Add([new DailyCount(new SeriesKey("made", Slice.All), FirstMonday.AddDays(7 * week), all, all)]);
        }

        return builder.Build()!;
    }

    private static ComplaintCollection Collection() => ComplaintWorld.Collection() with { Name = "made", WatchedSlices = [Slice.All] };
}
