using Insights.Classification;
using Shouldly;
using Xunit;

namespace Insights.Tests.Classification;

public sealed class LogarithmicLossTests
{
    private static readonly LabelMatrix OneLabel = LabelMatrix.FromCodes([["north"], ["south"]], isMultiLabel: false);
    private static readonly LabelMatrix SeveralLabels = LabelMatrix.FromCodes([["money", "papers"], []], isMultiLabel: true);

    [Fact]
    public void OneLabel_CostsTheLogarithmOfWhatItWasGiven()
    {
        var prediction = new HeadPrediction([0.25, 0.75], [1]);

        LogarithmicLoss.Of(prediction, OneLabel, 0).ShouldBe(Math.Log(4), 1e-12);
        LogarithmicLoss.Of(prediction, OneLabel, 1).ShouldBe(Math.Log(4.0 / 3), 1e-12);
    }

    [Fact]
    public void SeveralLabels_CostBothWhatWasMissedAndWhatWasGivenWrongly()
    {
        var prediction = new HeadPrediction([0.5, 0.2], [0]);

        LogarithmicLoss.Of(prediction, SeveralLabels, 0).ShouldBe(Math.Log(2) + Math.Log(5), 1e-12);
        LogarithmicLoss.Of(prediction, SeveralLabels, 1).ShouldBe(Math.Log(2) - Math.Log(0.8), 1e-12);
    }

    [Fact]
    public void CertaintyThatIsWrong_CostsMuchButNotEverything()
    {
        double loss = LogarithmicLoss.Of(new HeadPrediction([0, 1], [1]), OneLabel, 0);

        loss.ShouldBe(-Math.Log(1e-6), 1e-9);
    }
}
