using Insights.Evaluation;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Insights.Tests.Evaluation;

public sealed class OutbreakInjectionTests
{
    private const int WeeksPerYear = 52;
    private const int Weeks = 300;

    [Fact]
    public void EveryStretchOfAYear_CarriesOneOutbreakOfEachSize()
    {
        BenchmarkSeries[] injected = [.. new OutbreakInjection(1, WeeksPerYear).Inject("issue", Quiet(9), 0)];

        injected.Select(series => (series.FirstJudgedPeriod, series.Quiet.Length)).Distinct().ShouldBe([(196, 248), (248, 300)]);
        injected.Take(10).Select(series => series.Size).ShouldBe(Enumerable.Range(1, 10));
        injected.Length.ShouldBe(20);
    }

    [Fact]
    public void Outbreak_AddsCasesOnlyBetweenItsFirstAndLastPeriod_WithinTheJudgedStretch()
    {
        foreach (BenchmarkSeries series in new OutbreakInjection(2, WeeksPerYear).Inject("issue", Quiet(9), 0))
        {
            int[] added = [.. series.WithOutbreak.Zip(series.Quiet, (with, quiet) => with - quiet)];

            added.ShouldAllBe(cases => cases >= 0);
            series.FirstOutbreakPeriod.ShouldBeGreaterThanOrEqualTo(series.FirstJudgedPeriod);
            if (added.Sum() > 0)
            {
                Array.FindIndex(added, cases => cases > 0).ShouldBe(series.FirstOutbreakPeriod);
                Array.FindLastIndex(added, cases => cases > 0).ShouldBe(series.LastOutbreakPeriod);
            }
        }
    }

    [Fact]
    public void Size_IsInStandardDeviationsOfAUsualWeek()
    {
        double[] cases = [.. Enumerable.Range(0, 60).SelectMany(seed => new OutbreakInjection(seed, WeeksPerYear).Inject("issue", Quiet(16), 0))
            .Where(series => series.Size == 10 && series.FirstOutbreakPeriod < series.Quiet.Length - 6)
            .Select(series => (double)(series.WithOutbreak.Sum() - series.Quiet.Sum()))];

        // Poisson with mean 16: a deviation of 4, so 40 cases.
        cases.Average().ShouldBe(40, 3);
    }

    [Fact]
    public void SameSeed_SameOutbreaks() =>
        Injected(3).Select(series => string.Join(',', series.WithOutbreak)).ShouldBe(Injected(3).Select(series => string.Join(',', series.WithOutbreak)));

    [Fact]
    public void OtherSeed_OtherOutbreaks() =>
        Injected(3).Select(series => string.Join(',', series.WithOutbreak)).ShouldNotBe(Injected(4).Select(series => string.Join(',', series.WithOutbreak)));

    [Theory]
    [InlineData(200, 0)]
    [InlineData(211, 1)]
    public void StreamWithoutThreeYearsBefore_IsNotTested(int weeks, int stretches) =>
        new OutbreakInjection(1, WeeksPerYear).Inject("issue", Quiet(9)[..weeks], 0).Count().ShouldBe(10 * stretches);

    [Fact]
    public void StreamThatHasEnded_IsNotTested()
    {
        int[] ended = Quiet(9);
        Array.Clear(ended, 260, ended.Length - 260);

        new OutbreakInjection(1, WeeksPerYear).Inject("issue", ended, 248).ShouldBeEmpty();
    }

    private static BenchmarkSeries[] Injected(int seed) => [.. new OutbreakInjection(seed, WeeksPerYear).Inject("issue", Quiet(9), 0)];

    private static int[] Quiet(double mean)
    {
        Random random = new(7);
        return [.. Enumerable.Range(0, Weeks).Select(_ => Poisson.Sample(random, mean))];
    }
}
