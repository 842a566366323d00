using Insights.Complaints;
using Insights.Nowcasting;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Insights.Tests.Nowcasting;

public sealed class NowcastRunTests
{
    /// <summary>A Wednesday: the newest whole week ended three days before.</summary>
    private static readonly DateOnly AsOf = new(2025, 10, 15);
    private static readonly DateOnly FirstMonday = new(2024, 1, 1);

    /// <summary>Part that comes within the week of the event and in the four weeks after it, by whole weeks of delay.</summary>
    private static readonly double[] Delays = [0.4, 0.3, 0.2, 0.1];

    [Fact]
    public void RegularDelays_GiveTheExactShares()
    {
        Nowcast nowcast = Run([.. Weeks((_, share) => (int)Math.Round(100 * share))]);

        // On Wednesday, three days after its end, the newest week has what came on its Monday and on the next.
        nowcast.Periods.Select(period => (period.Start, period.Reported, Math.Round(period.Share, 6), Math.Round(period.Final!.Value, 6))).ShouldBe(
            [(new DateOnly(2025, 9, 29), 90, 0.9, 100.0), (new DateOnly(2025, 10, 6), 70, 0.7, 100.0)]);
        nowcast.Periods[1].Lower!.Value.ShouldBeInRange(85, 95);
        nowcast.Periods[1].Upper!.Value.ShouldBeInRange(105, 115);
    }

    [Fact]
    public void FinalNumber_LiesInItsIntervalAboutNineteenTimesInTwenty()
    {
        int inside = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            Random random = new(seed);
            List<ReportedCount> all = [.. Weeks((_, share) => Poisson.Sample(random, 40 * share))];
            NowcastPeriod newest = Run([.. all.Where(count => count.ReportedOn <= AsOf)]).Periods[^1];
            int final = all.Where(count => count.Day == newest.Start).Sum(count => count.Complaints);
            inside += final >= newest.Lower && final <= newest.Upper ? 1 : 0;
        }

        inside.ShouldBeInRange(182, 200);
    }

    [Fact]
    public void WhatComesLater_ChangesNothingLookedAtFromBefore()
    {
        List<ReportedCount> all = [.. Weeks((_, share) => (int)Math.Round(50 * share))];

        Run(all).Periods.ShouldBe(Run([.. all.Where(count => count.ReportedOn <= AsOf)]).Periods);
    }

    [Fact]
    public void RowOrder_ChangesNothing()
    {
        Random random = new(5);
        ReportedCount[] counts = [.. Weeks((_, share) => Poisson.Sample(random, 30 * share))];
        IReadOnlyList<NowcastPeriod> first = Run(counts).Periods;

        random.Shuffle(counts);

        Run(counts).Periods.ShouldBe(first);
    }

    [Fact]
    public void FewComplaints_HaveAShareAndNoFinalNumber()
    {
        NowcastPeriod newest = Run([.. Weeks((week, share) => week < 90 ? (int)Math.Round(100 * share) : 1)]).Periods[^1];

        (newest.Reported, newest.Final, newest.Lower, newest.Upper).ShouldBe((2, null, null, null));
        newest.Share.ShouldBe(0.7, 0.05);
    }

    [Fact]
    public void OneLoadOfEverything_IsNotAssessed()
    {
        ReportedCount[] counts = [.. Weeks((_, _) => 10).Select(count => count with { ReportedOn = AsOf })];

        Nowcast nowcast = NowcastRun.Of(Interval.Week, counts, AsOf, AsOf, byReceipt: false);

        nowcast.Periods.ShouldBeEmpty();
        nowcast.NotAssessed.ShouldBe("How complete the newest weeks are: not assessed, needs 26 weeks, imports go back 0.");
        nowcast.ShareOf(new DateOnly(2025, 10, 6)).ShouldBe(1);
    }

    [Fact]
    public void WhatHappenedBeforeTheFirstReport_IsNotLearnedFrom()
    {
        // Before the first report only what came very late was seen: it would make delays look long.
        DateOnly firstReport = FirstMonday.AddDays(7 * 20);

        Nowcast nowcast = NowcastRun.Of(Interval.Week, [.. Weeks((_, share) => (int)Math.Round(100 * share)).Where(count => count.ReportedOn >= firstReport)], firstReport, AsOf, byReceipt: true);

        nowcast.LearnedFrom.ShouldBe(73);
        nowcast.Periods[^1].Share.ShouldBe(0.7, 1e-9);
    }

    [Fact]
    public void Months_AreLookedAtAtTheSameAge()
    {
        DateOnly asOf = new(2025, 9, 30);
        IEnumerable<ReportedCount> counts = Enumerable.Range(0, 24).SelectMany(month =>
        {
            DateOnly day = new DateOnly(2023, 10, 1).AddMonths(month);
            return new[] { new ReportedCount(day, day.AddDays(10), 60), new ReportedCount(day, day.AddMonths(1).AddDays(10), 40) };
        });

        Nowcast nowcast = NowcastRun.Of(Interval.Month, [.. counts], new DateOnly(2023, 10, 1), asOf, byReceipt: true);

        nowcast.Periods.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            period => period.Start.ShouldBe(new DateOnly(2025, 9, 1)),
            period => period.Share.ShouldBe(0.6, 1e-9),
            period => period.Final!.Value.ShouldBe(100, 1e-9));
    }

    private static Nowcast Run(IReadOnlyList<ReportedCount> counts) => NowcastRun.Of(Interval.Week, counts, FirstMonday, AsOf, byReceipt: true);

    /// <summary>Events on each Monday, reported on that day and on the Mondays after it.</summary>
    private static IEnumerable<ReportedCount> Weeks(Func<int, double, int> count)
    {
        for (int week = 0; FirstMonday.AddDays(7 * week) <= AsOf; week++)
        {
            for (int delay = 0; delay < Delays.Length; delay++)
            {
                yield return new ReportedCount(FirstMonday.AddDays(7 * week), FirstMonday.AddDays(7 * (week + delay)), count(week, Delays[delay]));
            }
        }
    }
}
