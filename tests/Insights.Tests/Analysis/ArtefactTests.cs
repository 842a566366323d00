using Insights.Aggregation;
using Insights.Complaints;
using Insights.Detection.Artefacts;
using Insights.Detection.Scanning;
using Insights.Nowcasting;
using Shouldly;
using Xunit;

namespace Insights.Tests.Analysis;

/// <summary>Each rival explanation on an event that it explains, and on one that it does not.</summary>
public sealed class ArtefactTests
{
    private const int Weeks = 160;
    private const int Start = 150;
    private static readonly DateOnly FirstMonday = new(2022, 1, 3);
    private static readonly SeriesKey Delay = new(ComplaintWorld.Name, Slice.By(Dimension.Theme), "delay");
    private static readonly SeriesKey Fees = new(ComplaintWorld.Name, Slice.By(Dimension.Theme), "fees");
    private static readonly SeriesKey Charges = new(ComplaintWorld.Name, Slice.By(Dimension.Theme), "charges");
    private static readonly SeriesKey All = new(ComplaintWorld.Name, Slice.All);

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void OverallVolume_AccountsWhenEverythingElseRoseAsMuch(int othersFactor, bool accounts)
    {
        RivalContext context = Context(week => Raised(week, 20, 2), week => Raised(week, 100, othersFactor));

        new OverallVolume().Test(context).Accounts.ShouldBe(accounts);
    }

    [Theory]
    [InlineData(0.1, true)]
    [InlineData(1, false)]
    public void LateReporting_AccountsForASilenceWhenTheOthersAreNotInEither(double othersFactor, bool accounts)
    {
        RivalContext context = Context(week => Raised(week, 20, 0), week => Raised(week, 100, othersFactor), isFall: true);

        new LateReporting().Test(context).Accounts.ShouldBe(accounts);
    }

    [Theory]
    [InlineData(0.5, true)]
    [InlineData(0.9, false)]
    public void LateReporting_ByDelaysAccountsWhenSoFewWereToBeInByNow(double share, bool accounts)
    {
        RivalContext context = Context(week => Raised(week, 20, 0.5), week => Raised(week, 100, 0.5), isFall: true);
        Nowcast nowcast = new()
        {
            Interval = Interval.Week,
            AsOf = context.Counts.AsOf,
            ByReceipt = true,
            LearnedFrom = 100,
            Periods = [.. Enumerable.Range(Start, Weeks - Start).Select(week => new NowcastPeriod(FirstMonday.AddDays(7 * week), 10, share, null, null, null))],
        };

        RivalVerdict verdict = new LateReporting().Test(context with { Counts = context.Counts.With(nowcast) });

        verdict.Accounts.ShouldBe(accounts, verdict.Sentence);
        verdict.Sentence.ShouldContain(accounts ? "by the delays of earlier weeks 50% of this time's complaints are in" : "Not late reporting: by the delays of earlier weeks 90%");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void BacklogRelease_AccountsForAPileOfOneDay(bool onOneDay)
    {
        RivalContext context = Context(week => Raised(week, 7, 2), _ => 100, pileOn: onOneDay ? Start : null);

        new BacklogRelease().Test(context).Accounts.ShouldBe(onOneDay);
    }

    [Theory]
    [InlineData("fees", true)]
    [InlineData(null, false)]
    public void RecordingChange_AccountsWhenAnotherCodeStoppedAsThisOneRose(string? stopped, bool accounts)
    {
        RivalContext context = Context(week => Raised(week, 20, 2), _ => 100, fees: week => stopped is not null && week >= Start ? 0 : 20);

        RivalVerdict verdict = new RecordingChange().Test(context);

        verdict.Accounts.ShouldBe(accounts);
        verdict.Counterparts.ShouldBe(accounts ? [Fees] : []);
    }

    [Fact]
    public void RecordingChange_DoesNotAccountWhenANewNameTookAllOfTheStoppedOne()
    {
        RivalContext context = Context(week => Raised(week, 20, 2), _ => 100, fees: week => week >= Start ? 0 : 20, charges: week => week >= Start ? 20 : 0);

        new RecordingChange().Test(context).Accounts.ShouldBeFalse();
    }

    [Fact]
    public void RecordingChange_AccountsForASilenceOfThreeWeeksWhoseFirstWeekWasUsual()
    {
        RivalContext context = Context(
            week => week > Start ? 0 : 20, _ => 100, fees: week => week > Start ? 10 : 0, charges: week => week > Start ? 10 : 0, isFall: true, length: 3);

        RivalVerdict verdict = new RecordingChange().Test(context);

        verdict.Accounts.ShouldBeTrue(verdict.Sentence);
        verdict.Counterparts.ShouldBe([Fees, Charges], ignoreOrder: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void LetterCampaign_AccountsWhenTheLettersAreOne(bool sameLetter)
    {
        RivalContext context = Context(week => Raised(week, 7, 3), _ => 100, complaint => complaint with { CampaignId = sameLetter && complaint.ComplaintId % 7 > 1 ? 1 : null });

        new LetterCampaign().Test(context).Accounts.ShouldBe(sameLetter);
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(20, false)]
    public void EventDates_AccountWhenTheEventsAreOld(int daysBefore, bool accounts)
    {
        RivalContext context = Context(
            week => Raised(week, 7, 3),
            _ => 100,
            complaint => complaint with { EventOn = complaint.Day!.Value.AddDays(complaint.ComplaintId % 3 == 0 ? -10 : -daysBefore) });

        new EventDates().Test(context).Accounts.ShouldBe(accounts);
    }

    [Fact]
    public void EventDates_SayWhenTooFewAreKnown() =>
        new EventDates().Test(Context(week => Raised(week, 7, 3), _ => 100)).Sentence.ShouldStartWith("Date of events not tested: 0 of the ");

    [Fact]
    public void ModelChange_NamesTheVersionThatCodedEverything() =>
        new ModelChange().Test(Context(week => Raised(week, 7, 3), _ => 100)).Sentence.ShouldContain("model 7");

    private static double Raised(int week, double usual, double factor) => week >= Start ? usual * factor : usual;

    private static RivalContext Context(
        Func<int, double> delay,
        Func<int, double> others,
        Func<ArchivedComplaint, ArchivedComplaint>? change = null,
        Func<int, double>? fees = null,
        Func<int, double>? charges = null,
        int? pileOn = null,
        bool isFall = false,
        int length = Weeks - Start)
    {
        CollectionCountsBuilder builder = new(ComplaintWorld.Collection(), FirstMonday.AddDays((7 * Weeks) - 1));
        for (int week = 0; week < Weeks; week++)
        {
            double feesNow = fees?.Invoke(week) ?? 20;
            for (int day = 0; day < 7; day++)
            {
                DateOnly date = FirstMonday.AddDays((7 * week) + day);
                int delays = Part(delay(week), day) + (pileOn == week && day == 2 ? 60 : 0);
                int feesToday = Part(feesNow, day);
                int chargesToday = Part(charges?.Invoke(week) ?? 0, day);
                int all = delays + feesToday + chargesToday + Part(others(week), day);
                builder.Add([new DailyCount(Delay, date, delays, delays), new DailyCount(Fees, date, feesToday, feesToday), new DailyCount(Charges, date, chargesToday, chargesToday), new DailyCount(All, date, all, all)]);
            }
        }

        CollectionCounts counts = builder.Build()!;
        CourseFitter courses = new(counts, Calendar.For(Interval.Week));
        PeriodCounts series = counts.Find(Delay)!;
        int end = pileOn is null ? Start + length - 1 : Start;
        int observed = series.Sum(Start, end);
        ArchivedComplaint[] complaints = [.. Enumerable.Range(1, observed)
            .Select(id => new ArchivedComplaint(id, FirstMonday.AddDays((7 * Start) + (id % 60)), null, null, []))
            .Select(complaint => change?.Invoke(complaint) ?? complaint)];
        RaisedWindow window = new(series, Start, end, observed, courses.For(series, Start), -20, isFall);
        return new RivalContext(window, counts, courses, new SignalWording(counts.Collection), complaints, "model 7");
    }

    /// <summary>Spread over the days of the week, so that no day is a pile.</summary>
    private static int Part(double count, int day) => (int)Math.Ceiling(Math.Round(count) * (day + 1) / 7) - (int)Math.Ceiling(Math.Round(count) * day / 7);
}
