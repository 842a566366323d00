using Insights.Classification;
using Shouldly;
using Xunit;

namespace Insights.Tests.Classification;

public sealed class AbstainBandTests
{
    private static readonly JudgedAnswer[] Answers = [new(0.9, true), new(0.3, false), new(0.8, true), new(0.4, false), new(0.7, true)];

    [Fact]
    public void AsFewAsNeeded_AreReviewed() => AbstainBand.Choose(Answers, mostReviewed: 0.8, wantedAccuracy: 1).ShouldBe(0.7);

    [Fact]
    public void NeverMoreThanAllowed_AreReviewed() => AbstainBand.Choose(Answers, mostReviewed: 0.2, wantedAccuracy: 1).ShouldBe(0.4);

    [Fact]
    public void GoodEnoughAnswers_AreAllUsed() => AbstainBand.Choose(Answers, mostReviewed: 0.8, wantedAccuracy: 0.6).ShouldBe(0);

    [Fact]
    public void Curve_BeginsWithAllAnswersAndRisesAsWrongOnesAreReviewed()
    {
        IReadOnlyList<CoveragePoint> curve = AbstainBand.Curve(Answers);

        curve[0].ShouldBe(new CoveragePoint(0, 0, 0.6));
        curve[^1].AccuracyOfOthers.ShouldBe(1);
    }
}
