using Insights.Classification;
using Shouldly;
using Xunit;

namespace Insights.Tests.Classification;

public sealed class CalibrationTests
{
    [Fact]
    public void ScoresThatFollowALogisticCurve_GiveTheCurveBack()
    {
        (float[] scores, bool[] labels) = Sample(rows: 20_000, slope: -2, offset: 0.5);

        (double slope, double offset) = PlattCalibration.Fit(scores, labels);

        slope.ShouldBe(-2, 0.15);
        offset.ShouldBe(0.5, 0.1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void IsotonicCurve_NeverFallsAndStaysBetweenZeroAndOne(int seed)
    {
        var random = new Random(seed);
        float[] scores = [.. Enumerable.Range(0, 300).Select(_ => (float)random.NextDouble())];
        bool[] labels = [.. Enumerable.Range(0, 300).Select(_ => random.Next(2) == 0)];
        (float[] knots, float[] probabilities) = IsotonicCalibration.Fit(scores, labels);
        CalibrationCurve curve = CalibrationCurve.Isotonic(knots, probabilities);

        double before = 0;
        for (double score = -0.5; score < 1.5; score += 0.01)
        {
            double probability = curve.Probability(score);
            probability.ShouldBeInRange(before, 1);
            before = probability;
        }
    }

    [Fact]
    public void StepInTheScores_IsFittedByTheIsotonicCurve()
    {
        float[] scores = [.. Enumerable.Range(0, 400).Select(row => row / 400f)];
        bool[] labels = [.. Enumerable.Range(0, 400).Select(row => row is > 100 and < 200 ? row % 2 == 0 : row >= 200 && row % 10 != 0)];

        CalibrationTrainer.FitCurve(scores, labels).Probability(0.1).ShouldBeLessThan(0.1);
        CalibrationTrainer.FitCurve(scores, labels).Probability(0.9).ShouldBe(0.9, 0.07);
    }

    [Fact]
    public void Softmax_SumsToOneAndKeepsTheOrder()
    {
        var probabilities = new double[4];

        CalibrationTrainer.Softmax([0.5f, -3f, 80f, 0.5f], 3, probabilities);

        probabilities.Sum().ShouldBe(1, 1e-12);
        probabilities[2].ShouldBe(probabilities.Max());
        probabilities[0].ShouldBe(probabilities[3]);
    }

    [Fact]
    public void OneClassOnly_GivesNoCertainty()
    {
        CalibrationCurve curve = CalibrationTrainer.FitCurve([0.1f, 0.2f, 0.3f, 0.4f], [true, true, true, true]);

        curve.Probability(0.2).ShouldBeInRange(0.5, 0.999);
    }

    private static (float[] Scores, bool[] Labels) Sample(int rows, double slope, double offset)
    {
        var random = new Random(11);
        float[] scores = [.. Enumerable.Range(0, rows).Select(_ => (float)((random.NextDouble() * 4) - 2))];
        return (scores, [.. scores.Select(score => random.NextDouble() < 1 / (1 + Math.Exp((slope * score) + offset)))]);
    }
}
