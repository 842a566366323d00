using Insights.Classification;
using Shouldly;
using Xunit;

namespace Insights.Tests.Classification;

public sealed class ThresholdTrainerTests
{
    [Fact]
    public void SeparableScores_ArePartedExactly()
    {
        const int rows = 100;
        LabelMatrix labels = LabelMatrix.FromCodes([.. Enumerable.Range(0, rows).Select(row => (IReadOnlyList<string>)(row % 4 == 0 ? ["a"] : row % 4 == 1 ? ["b"] : []))], isMultiLabel: true);
        var scores = new float[rows * 2];
        for (int row = 0; row < rows; row++)
        {
            scores[row * 2] = row % 4 == 0 ? -0.2f : -0.4f;
            scores[(row * 2) + 1] = row % 4 == 1 ? -0.2f : -0.4f;
        }

        float[] thresholds = ThresholdTrainer.Fit(scores, 2, labels, [.. Enumerable.Range(0, rows).Select(row => row / 20)], 5);

        thresholds.ShouldAllBe(threshold => threshold > -0.4f && threshold < -0.2f);
    }

    [Fact]
    public void F1Measures_FollowFromCounts()
    {
        var counts = new LabelCounts(3);
        counts.Add([0, 1], [0]);
        counts.Add([1], [1]);
        counts.Add([], [0]);

        // Label 0: 1 right of 1 given and 2 wanted; label 1: 1 right of 2 given and 1 wanted; label 2 does not occur.
        counts.MicroF1.ShouldBe(2.0 * 2 / (3 + 3), 1e-12);
        counts.MacroF1.ShouldBe(((2.0 / 3) + (2.0 / 3)) / 2, 1e-12);
    }
}
