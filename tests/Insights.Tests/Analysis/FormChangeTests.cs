using Insights.Aggregation;
using Insights.Complaints;
using Insights.Detection.Scanning;
using Shouldly;
using Xunit;

namespace Insights.Tests.Analysis;

/// <summary>A form whose list of choices was reworded: half of the codes end, as many begin. What it must not do to everything judged after it.</summary>
public sealed class FormChangeTests
{
    private const int Weeks = 312;
    private const int Changed = 170;
    private const int Codes = 20;
    private static readonly DateOnly FirstMonday = new(2018, 1, 1);
    private static readonly Calendar Weekly = Calendar.For(Interval.Week);
    private static readonly Slice Theme = Slice.By(Dimension.Theme);

    [Fact]
    public void CodesThatEndOrBegin_AreNoDriftOfTheOthers()
    {
        CollectionCounts counts = Counts(_ => 30);
        CourseFitter courses = new(counts, Weekly);

        double drift = courses.TrackOf(Key("lasting 1")).Drifts[Weeks / 52 - 1];

        Math.Sqrt(drift * ExpectedCourse.DriftLength(26)).ShouldBeLessThan(0.1);
    }

    [Fact]
    public void SurgeOfACodeInItsFirstYear_IsRaisedInItsFirstWeek_NotFoldedIntoTheChange()
    {
        const int surge = Changed + 56;
        SeriesKey key = Key("new 1");

        SignalReplay replay = new(Collection(), Daily(week => week == surge ? 150 : 30), new ScanOptions());
        ReplayedPeriod[] periods = [.. replay.Run(FirstMonday.AddDays(7 * (surge - 1)), FirstMonday.AddDays((7 * surge) + 6))];

        periods[^1].Signals.ShouldContain(signal => signal.Key == key && signal.Artefact == null && signal.Observed == 150 && signal.IsNew);
    }

    [Fact]
    public void Fold_DoesNotTakeASurgeForMoreOfARenaming()
    {
        CollectionCounts counts = Counts(_ => 30);
        CourseFitter courses = new(counts, Weekly);
        PeriodCounts series = counts.Find(Key("new 1"))!;
        RaisedWindow renamed = new(series, Changed, Changed + 51, series.Sum(Changed, Changed + 51), courses.For(series, Changed), -1000, IsFall: false);
        RaisedWindow surge = new(series, Changed + 55, Changed + 56, 100, courses.For(series, Changed + 55), -100, IsFall: false);

        new SignalFolding(_ => [], window => window == renamed).Fold([renamed, surge]).Count.ShouldBe(2);
        new SignalFolding(_ => [], _ => false).Fold([renamed, surge]).Count.ShouldBe(1);
    }

    private static SeriesKey Key(string code) => new("made", Theme, code);

    private static ComplaintCollection Collection() => ComplaintWorld.Collection() with { Name = "made", WatchedSlices = [Slice.All, Theme] };

    private static CollectionCounts Counts(Func<int, int> firstNew)
    {
        CollectionCountsBuilder builder = new(Collection(), FirstMonday.AddDays((7 * Weeks) - 1));
        builder.Add(Daily(firstNew));
        return builder.Build()!;
    }

    /// <summary>Counts vary by a fixed pattern about 30 a week.</summary>
    private static DailyCount[] Daily(Func<int, int> firstNew)
    {
        List<DailyCount> daily = [];
        for (int week = 0; week < Weeks; week++)
        {
            int all = 0;
            for (int code = 1; code <= Codes; code++)
            {
                foreach (string name in (string[])["lasting", "old", "new"])
                {
                    bool isUsed = name == "lasting" || (name == "old") == (week < Changed);
                    int count = name == "new" && code == 1 ? firstNew(week) : 30 + (((week * 7) + (code * 11)) % 13) - 6;
                    if (isUsed)
                    {
                        all += count;
                        daily.AddRange(Enumerable.Range(0, 7).Select(day => Of(Key($"{name} {code}"), week, day, count)));
                    }
                }
            }

            daily.AddRange(Enumerable.Range(0, 7).Select(day => Of(new SeriesKey("made", Slice.All), week, day, all)));
        }

        return [.. daily];
    }

    private static DailyCount Of(SeriesKey key, int week, int day, int count)
    {
        int part = (count * (day + 1) / 7) - (count * day / 7);
        return new DailyCount(key, FirstMonday.AddDays((7 * week) + day), part, part);
    }
}
