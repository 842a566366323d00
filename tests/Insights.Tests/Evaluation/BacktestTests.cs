using Insights.Evaluation;
using Shouldly;
using Xunit;

namespace Insights.Tests.Evaluation;

public sealed class BacktestTests
{
    private const int WeeksPerYear = 52;

    [Fact]
    public void Measures_AreThoseOfTheBenchmark()
    {
        BenchmarkSeries found = Series(length: 10, firstJudged: 4, firstOutbreak: 6, lastOutbreak: 8);
        BenchmarkSeries missed = Series(length: 10, firstJudged: 4, firstOutbreak: 9, lastOutbreak: 9);
        JudgedSeries[] judged =
        [
            // Alarms at 5 (false), 7 and 8 of the outbreak's 6, 7, 8.
            new(found, [1, 0.005, 1, 1, 1, 1], [1, 0.005, 0.2, 0.01, 0.001, 1]),
            new(missed, [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 0.02]),
        ];

        BacktestResult result = Backtest.Measure(judged, 0.01);

        result.Series.ShouldBe(2);
        result.FalsePositiveRate.ShouldBe(1.0 / 12);
        result.ProbabilityOfDetection.ShouldBe(0.5);
        result.ProbabilityOfDetectionInFirstPeriod.ShouldBe(0);
        result.Sensitivity.ShouldBe(2.0 / 4);
        result.Specificity.ShouldBe(7.0 / 8);
        result.PositivePredictiveValue.ShouldBe(2.0 / 3);
        result.NegativePredictiveValue.ShouldBe(7.0 / 9);
        result.F1.ShouldBe(2 * 0.5 * (2.0 / 3) / (0.5 + (2.0 / 3)), 1e-12);
        result.MeanDelay.ShouldBe(1);
    }

    [Fact]
    public void AlphaFor_LetsNoMoreThroughThanTheRate()
    {
        JudgedSeries judged = new(Series(8, 4, 5, 6), [0.01, 0.02, 0.02, 0.5], [1, 1, 1, 1]);

        double alpha = Backtest.AlphaFor([judged], 0.5);

        // Two of four would be allowed, but the second and third stand at the same value.
        alpha.ShouldBeInRange(0.01, Math.BitDecrement(0.02));
        Backtest.Measure([judged], alpha).FalsePositiveRate.ShouldBe(0.25);
    }

    [Fact]
    public void RunWithTheOutbreak_IsJudgedFromItsFirstPeriod_AndIsTheQuietOneBefore()
    {
        List<int> asked = [];
        Backtest backtest = new((counts, first, _) => { asked.Add(first); return [.. counts.Skip(first).Select(count => 1.0 / (1 + count))]; }, WeeksPerYear);
        BenchmarkSeries series = new("one", [1, 2, 3, 4, 5], [1, 2, 3, 9, 5], 1, 3, 3);

        JudgedSeries judged = backtest.Judge([series, series with { Size = 2 }])[1];

        asked.ShouldBe([1, 3, 3]);
        judged.WithOutbreak.ShouldBe([1.0 / 3, 1.0 / 4, 1.0 / 10, 1.0 / 6]);
    }

    [Fact]
    public void ReferenceMethod_StandsBesideOurs_AndItsRuleOfFiveCasesSilencesIt()
    {
        int[] quiet = [.. Enumerable.Range(0, 320).Select(week => week % 9 == 0 ? 1 : 0)];
        int[] with = [.. quiet];
        with[315] += 4;
        BenchmarkSeries[] series = [new("sparse", quiet, with, 300, 315, 315)];

        double ours = Backtest.OfSeriesDetector(WeeksPerYear).Judge(series)[0].WithOutbreak[15];
        double published = Backtest.OfFarringtonFlexible(WeeksPerYear, needsFiveCases: true).Judge(series)[0].WithOutbreak[15];
        double without = Backtest.OfFarringtonFlexible(WeeksPerYear, needsFiveCases: false).Judge(series)[0].WithOutbreak[15];

        ours.ShouldBeLessThan(0.01);
        without.ShouldBeLessThan(0.01);
        published.ShouldBe(with[312..316].Sum() < 5 ? 1 : without);
    }

    private static BenchmarkSeries Series(int length, int firstJudged, int firstOutbreak, int lastOutbreak) =>
        new("one", new int[length], new int[length], firstJudged, firstOutbreak, lastOutbreak);
}
