using Insights.Detection;
using Insights.Evaluation;
using Shouldly;
using Xunit;

namespace Insights.Tests.Detection;

public sealed class SeriesDetectorTests
{
    private const int PeriodsPerYear = 52;
    private const int Years = 5;
    private const int Length = Years * PeriodsPerYear;
    private const int JudgedPeriods = 49;
    private static readonly SeriesDetector Detector = new(new DetectionOptions());
    private static readonly SeriesDetector AlarmsOnly = new(new DetectionOptions { ComputesRange = false });

    [Theory]
    [InlineData(100)]
    [InlineData(100_000)]
    [InlineData(1_000_000_000)]
    [InlineData(int.MaxValue)]
    public void GiantCount_IsAnAlarm(int count)
    {
        int[] counts = Quiet(seed: 1);
        counts[^1] = count;

        Assessment verdict = Detector.Assess(Weekly(counts), Length - 1).ShouldHaveSingleItem();

        verdict.IsAlarm.ShouldBeTrue();
        verdict.PValue.ShouldBeLessThan(1e-6);
        verdict.Upper.ShouldBeLessThan(100);
    }

    [Fact]
    public void GiantCountInThePast_LeavesLaterVerdictsFinite()
    {
        int[] counts = Quiet(seed: 2);
        counts[Length / 2] = 50_000_000;

        foreach (Assessment verdict in Detector.Assess(Weekly(counts), 0).Where(verdict => verdict.IsAssessed))
        {
            double.IsFinite(verdict.Expected).ShouldBeTrue($"period {verdict.Index}");
            verdict.PValue.ShouldBeInRange(0, 1);
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(Length)]
    public void CountsAboveTheUpperLimit_AreAllAlarms_AndTheLimitIsNot(int length)
    {
        int[] counts = Quiet(seed: 3)[..length];
        int limit = (int)Judge(counts).Upper;

        counts[^1] = limit;
        Judge(counts).IsAlarm.ShouldBeFalse();
        for (long above = limit + 1; above < int.MaxValue; above += 1 + (above / 10))
        {
            counts[^1] = (int)above;
            Judge(counts).IsAlarm.ShouldBeTrue($"count {above}, limit {limit}");
        }
    }

    [Fact]
    public void AllZeros_AreJudgedAndQuiet()
    {
        IReadOnlyList<Assessment> verdicts = Detector.Assess(Weekly(new int[Length]), 0);

        verdicts.Count.ShouldBe(Length);
        verdicts.ShouldAllBe(verdict => !verdict.IsAlarm);
        verdicts.Skip(8).ShouldAllBe(verdict => verdict.IsAssessed && verdict.Expected > 0 && verdict.Expected < 0.5 && verdict.PValue > 0.99);
    }

    [Fact]
    public void ComplaintsAfterYearsOfNone_AreAnAlarm()
    {
        int[] counts = new int[Length];
        counts[^1] = 5;

        Judge(counts).IsAlarm.ShouldBeTrue();
    }

    [Fact]
    public void SingleComplaintAfterYearsOfNone_IsNoAlarm_AndSaysWhatIsMissing()
    {
        int[] counts = new int[Length];
        counts[^1] = 1;

        Assessment verdict = Judge(counts);

        verdict.IsAlarm.ShouldBeFalse();
        verdict.Reason.ShouldEndWith("; would need 1 more");
    }

    [Fact]
    public void SparseQuietSeries_KeepTheFalseAlarmRate()
    {
        const int SeriesCount = 300;
        Random random = new(4711);
        int alarms = 0;
        for (int index = 0; index < SeriesCount; index++)
        {
            double mean = 0.02 + (0.28 * random.NextDouble());
            int[] counts = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble() < mean ? 1 : 0)];
            alarms += AlarmsOnly.Assess(Weekly(counts), 400 - JudgedPeriods).Count(verdict => verdict.IsAlarm);
        }

        (alarms / (double)(SeriesCount * JudgedPeriods)).ShouldBeLessThan(0.0125);
    }

    [Fact]
    public void ComplaintsThatGatherSlowly_AreFoundByTheTimeBetweenThem_AndSaidSo()
    {
        // One complaint a year; then one every five weeks, no two of which the newest three weeks ever hold.
        int[] counts = new int[Length];
        for (int week = 20; week < Length; week += PeriodsPerYear)
        {
            counts[week] = 1;
        }

        int[] gathering = [.. counts];
        for (int week = Length - 21; week < Length; week += 5)
        {
            gathering[week] = 1;
        }

        Judge(gathering).IsAlarm.ShouldBeTrue();
        Judge(gathering).Reason.ShouldEndWith("; 5 complaints in 21 periods where 0.6 are expected");
        Judge(counts).IsAlarm.ShouldBeFalse();
        Detector.Assess(Weekly(gathering), Length - 21).Count(verdict => verdict.IsAlarm).ShouldBeInRange(1, 4);
    }

    [Fact]
    public void LevelThatWanders_RaisesFewAlarms()
    {
        // A slow wave of three years that no season explains; a course that cannot follow it would alarm for months.
        Random random = new(12);
        int[] counts = [.. Enumerable.Range(0, 624).Select(week => (int)Math.Round(60 * Math.Exp(0.4 * Math.Sin(2 * Math.PI * week / 170)) * (1 + (0.13 * ((4 * random.NextDouble()) - 2)))))];

        AlarmsOnly.Assess(Weekly(counts), 520).Count(verdict => verdict.IsAlarm).ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void CountBelowTheLimit_SaysHowManyMoreItWouldHaveTaken()
    {
        int[] counts = Quiet(seed: 8);
        counts[^1] = 0;
        Assessment verdict = Judge(counts);
        int needed = (int)verdict.Upper + 1;

        verdict.Reason.ShouldEndWith($"; would need {needed} more");
        counts[^1] = needed;
        Judge(counts).IsAlarm.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(8)]
    public void ShortHistory_IsNotAssessedAndSaysWhy(int length)
    {
        Assessment verdict = Detector.Assess(Weekly([.. Enumerable.Repeat(1000, length)]), 0)[^1];

        verdict.IsAssessed.ShouldBeFalse();
        verdict.IsAlarm.ShouldBeFalse();
        verdict.Method.ShouldBe("none");
        verdict.Reason.ShouldBe($"not assessed, needs 8 periods before it, has {length - 1}");
        double.IsNaN(verdict.Expected).ShouldBeTrue();
        double.IsNaN(verdict.Upper).ShouldBeTrue();
    }

    [Fact]
    public void EmptySeries_HasNoVerdicts() => Detector.Assess(Weekly([]), 0).ShouldBeEmpty();

    [Theory]
    [InlineData(8, "pooled")]
    [InlineData(103, "pooled")]
    [InlineData(104, "harmonic")]
    public void Method_FollowsTheHistory(int history, string method) => Judge(Quiet(seed: 4)[..(history + 1)]).Method.ShouldBe(method);

    [Fact]
    public void FutureChanged_VerdictsStay()
    {
        foreach (int known in new[] { 20, 131, 200, 251 })
        {
            int[] counts = Quiet(seed: 5);
            int[] otherwise = [.. counts.Take(known), .. counts.Skip(known).Select(count => (3 * count) + 40)];

            Detector.Assess(Weekly(otherwise), 0).Take(known).ShouldBe(Detector.Assess(Weekly(counts), 0).Take(known));
        }
    }

    [Fact]
    public void SeriesCutOff_VerdictsStay()
    {
        int[] counts = Quiet(seed: 6);
        IReadOnlyList<Assessment> whole = Detector.Assess(Weekly(counts), 0);
        IReadOnlyList<Assessment> part = Detector.Assess(Weekly(counts[..180]), 0);

        foreach (Assessment verdict in part.Where(verdict => verdict.IsAssessed))
        {
            // Only rounding differs: the trend is centred on the middle of the series.
            whole[verdict.Index].Expected.ShouldBeRelatively(verdict.Expected, 1e-3, $"period {verdict.Index}");
            whole[verdict.Index].PValue.ShouldBeRelatively(verdict.PValue, 1e-2, $"period {verdict.Index}");
        }
    }

    [Fact]
    public void SameInput_SameVerdicts() =>
        Detector.Assess(Weekly(Quiet(seed: 7)), 0).ShouldBe(new SeriesDetector(new DetectionOptions()).Assess(Weekly(Quiet(seed: 7)), 0));

    [Fact]
    public void QuietSeries_AlarmAboutAsOftenAsAskedFor()
    {
        const int SeriesCount = 250;
        SeriesSimulator simulator = new(90210);
        int alarms = 0;
        for (int index = 0; index < SeriesCount; index++)
        {
            SimulatedSeries series = simulator.Next(400, JudgedPeriods, PeriodsPerYear);
            alarms += AlarmsOnly.Assess(Weekly(series.Counts), 400 - JudgedPeriods).Count(verdict => verdict.IsAlarm);
        }

        // α = 0.01; four standard errors of a rate over 12,250 periods are 0.0036.
        (alarms / (double)(SeriesCount * JudgedPeriods)).ShouldBeInRange(0.005, 0.0136);
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(2.5)]
    public void OutbreakOfEightDeviations_IsFoundWithinTwoPeriods(double dispersion)
    {
        const int SeriesCount = 40;
        const int Start = Length - 3;
        int found = 0;
        for (int seed = 0; seed < SeriesCount; seed++)
        {
            int[] counts = Quiet(seed);
            new SeriesSimulator(seed).AddOutbreak(counts, new SimulatedCourse([.. Enumerable.Repeat(20.0, Length)], dispersion), Start, size: 8 * Math.Sqrt(2.5 / dispersion));
            found += AlarmsOnly.Assess(Weekly(counts), Start).Take(2).Any(verdict => verdict.IsAlarm) ? 1 : 0;
        }

        found.ShouldBeGreaterThanOrEqualTo(36);
    }

    [Fact]
    public void SeasonalPeak_IsNoAlarm_TheSameCountOutOfSeasonIs()
    {
        int[] counts = [.. Enumerable.Range(0, Length + PeriodsPerYear).Select(period => (int)Math.Round(40 + (25 * Math.Cos(2 * Math.PI * period / PeriodsPerYear))))];
        int peak = Length;
        int trough = Length + (PeriodsPerYear / 2);
        int high = counts[peak];

        Judge(counts[..(peak + 1)]).IsAlarm.ShouldBeFalse();
        counts[trough] = high;
        Judge(counts[..(trough + 1)]).IsAlarm.ShouldBeTrue();
    }

    [Fact]
    public void CountThatGrowsWithItsPopulation_IsNoAlarm()
    {
        int[] counts = Quiet(seed: 8);
        double[] populations = [.. Enumerable.Repeat(1000.0, Length)];
        counts[^1] = 60;
        populations[^1] = 3000;

        AlarmsOnly.Assess(new CountSeries(counts, PeriodsPerYear, populations), Length - 1)[0].IsAlarm.ShouldBeFalse();
        Judge(counts).IsAlarm.ShouldBeTrue();
    }

    private static Assessment Judge(int[] counts) => Detector.Assess(Weekly(counts), counts.Length - 1)[0];

    private static CountSeries Weekly(int[] counts) => new(counts, PeriodsPerYear);

    /// <summary>Poisson counts around 20, without trend or season.</summary>
    private static int[] Quiet(int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, Length).Select(_ => MathNet.Numerics.Distributions.Poisson.Sample(random, 20))];
    }
}
