using Insights.Statistics;
using Shouldly;
using TestSupport;
using Xunit;

namespace Insights.Tests.Statistics;

public sealed class InterruptedTimeSeriesTests
{
    private const int PeriodsPerYear = 52;

    [SharedDataFact("golden/glm_fits.csv")]
    public void SegmentedRegression_AgainstR_Agrees()
    {
        GoldenFile design = GoldenFile.Read("glm_design.csv");
        int[] counts = [.. design.Rows.Select(row => design.Integer(row, "y"))];
        int first = design.Rows.TakeWhile(row => design.Number(row, "step") == 0).Count();

        InterruptedTimeSeries result = InterruptedTimeSeries.Of(counts, first, PeriodsPerYear);

        result.IsAssessed.ShouldBeTrue();
        Check(result.LevelChange, "step");
        Check(result.YearlySlopeChange, "since");
    }

    [Fact]
    public void CountsHalvedAtTheDate_AreFoundHalved()
    {
        int[] counts = [.. Enumerable.Range(0, 104).Select(period => (period < 60 ? 40 : 20) + (period % 3))];

        InterruptedTimeSeries result = InterruptedTimeSeries.Of(counts, 60, PeriodsPerYear);

        result.LevelChange.Value.ShouldBe(0.51, 0.03);
        result.LevelChange.Upper.ShouldBeLessThan(1);
    }

    [Fact]
    public void Population_ThatDoublesWithTheCounts_MeansNoChange()
    {
        int[] counts = [.. Enumerable.Range(0, 104).Select(period => period < 52 ? 30 : 60)];
        double[] populations = [.. counts.Select(count => 100.0 * count)];

        InterruptedTimeSeries.Of(counts, 52, PeriodsPerYear, populations).LevelChange.Value.ShouldBe(1, 1e-6);
    }

    [Theory]
    [InlineData(7, "not assessed, needs 8 periods on each side of the date, has 7 before and 97 after")]
    [InlineData(104, "not assessed, needs 8 periods on each side of the date, has 104 before and 0 after")]
    public void DateTooNearTheEnd_IsNotAssessedAndSaysWhy(int first, string reason)
    {
        InterruptedTimeSeries result = InterruptedTimeSeries.Of([.. Enumerable.Repeat(5, 104)], first, PeriodsPerYear);

        result.IsAssessed.ShouldBeFalse();
        result.Reason.ShouldBe(reason);
        double.IsNaN(result.LevelChange.Value).ShouldBeTrue();
    }

    [Fact]
    public void NineCasesAfter_AreTooFewToTell_TenAreNot()
    {
        int[] nine = [.. Enumerable.Range(0, 104).Select(period => period < 52 ? 1 : period < 61 ? 1 : 0)];
        int[] ten = [.. Enumerable.Range(0, 104).Select(period => period < 52 ? 1 : period < 62 ? 1 : 0)];

        InterruptedTimeSeries.Of(nine, 52, PeriodsPerYear).Reason.ShouldBe("too few cases to tell: needs 10 on each side of the date, has 52 before and 9 after");
        InterruptedTimeSeries.Of(ten, 52, PeriodsPerYear).Reason.ShouldNotContain("too few");
    }

    private static void Check(RatioEstimate actual, string term)
    {
        const double normal975 = 1.959963984540054;
        GoldenFile file = GoldenFile.Read("glm_fits.csv");
        string[] row = file.Rows.First(candidate => candidate[0] == "segmented_poisson_NeweyWest_lag4" && candidate[1] == term);
        double estimate = file.Number(row, "estimate");
        double error = file.Number(row, "se");
        actual.Value.ShouldBeRelatively(Math.Exp(estimate), 1e-6, term);
        actual.Lower.ShouldBeRelatively(Math.Exp(estimate - (normal975 * error)), 1e-5, term);
        actual.Upper.ShouldBeRelatively(Math.Exp(estimate + (normal975 * error)), 1e-5, term);
    }
}
