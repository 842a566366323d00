using Ingest.Redaction;
using Ingest.Redaction.Measurement;
using Shouldly;
using Xunit;

namespace Ingest.Tests.Redaction;

public sealed class RedactionScoreTests
{
    private static readonly RedactionSpan Marked = new(10, 20, PersonalDataType.PersonName);

    [Theory]
    [InlineData(10, 18, true)]
    [InlineData(10, 17, false)]
    [InlineData(0, 40, true)]
    [InlineData(20, 30, false)]
    public void MarkedSpan_IsFoundFromFourFifthsOn(int start, int end, bool isFound) =>
        RedactionScore.IsFound(Marked, [new RedactionSpan(start, end, PersonalDataType.Email)]).ShouldBe(isFound);

    [Theory]
    [InlineData(15, 25, true)]
    [InlineData(16, 26, false)]
    [InlineData(12, 14, true)]
    public void FoundSpan_IsRightFromOneHalfOn(int start, int end, bool isRight) =>
        RedactionScore.IsRight(new RedactionSpan(start, end, PersonalDataType.Email), [Marked]).ShouldBe(isRight);

    [Fact]
    public void Score_CountsStructuredIdentifiersApart()
    {
        var score = new RedactionScore();

        score.Add([Marked, new RedactionSpan(30, 40, PersonalDataType.Email)], [new RedactionSpan(30, 40, PersonalDataType.Email), new RedactionSpan(50, 60, PersonalDataType.Phone)]);

        score.Recall.ShouldBe(0.5);
        score.StructuredRecall.ShouldBe(1);
        score.Precision.ShouldBe(0.5);
    }
}
