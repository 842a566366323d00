using Insights.Detection.Scanning;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Insights.Tests.Analysis;

public sealed class LevelDriftTests
{
    private const int Series = 150;
    private const int HalfYears = 16;
    private const int Weeks = 26;

    /// <summary>Half-years of series whose level moves by a log-normal factor of known spread from one to the next, as forecast from the true level.</summary>
    [Theory]
    [InlineData(0.2, 0.3)]
    [InlineData(1, 0.1)]
    [InlineData(1, 0.3)]
    [InlineData(5, 0.06)]
    [InlineData(5, 0.1)]
    [InlineData(5, 0.3)]
    [InlineData(30, 0.06)]
    [InlineData(30, 0.1)]
    [InlineData(30, 0.3)]
    public void Drift_IsFoundAsLargeAsItIs(double weekly, double drift)
    {
        double[] ratios = [.. Enumerable.Range(0, 6).Select(world => Math.Sqrt(Estimate(weekly, drift, dispersion: 1.3, events: 0, seed: 100 + world)) / drift)];

        ratios.Average().ShouldBe(1, 0.15, $"from {ratios.Min():0.00} to {ratios.Max():0.00} times as large");
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(30)]
    public void Levels_ThatStand_AreNotTakenToDrift(double weekly) =>
        Math.Sqrt(Estimate(weekly, drift: 0, dispersion: 1.3, events: 0, seed: 7)).ShouldBeLessThan(0.07);

    [Fact]
    public void AFewEvents_AreNoDrift() =>
        Math.Sqrt(Estimate(5, drift: 0.06, dispersion: 1.3, events: 0.03, seed: 7)).ShouldBeLessThan(0.1);

    [Fact]
    public void Series_ThatWandersMore_IsTrustedLessThanTheOthers()
    {
        double[] common = Common(5, 0.05, 1.3, 0, new Random(3));

        double calm = LevelDrift.OfSeries(common, OfOne(5, 0.05, 1.3, 0, new Random(4)));
        double wandering = LevelDrift.OfSeries(common, OfOne(5, 0.4, 1.3, 0, new Random(4)));

        wandering.ShouldBeGreaterThan(4 * calm);
    }

    [Fact]
    public void NothingSeen_IsTheSupposition() =>
        Math.Sqrt(LevelDrift.OfSeries(LevelDrift.Nothing(), LevelDrift.Nothing())).ShouldBe(0.05, 0.005);

    private static double Estimate(double weekly, double drift, double dispersion, double events, int seed) =>
        LevelDrift.OfSeries(Common(weekly, drift, dispersion, events, new Random(seed)), LevelDrift.Nothing());

    private static double[] Common(double weekly, double drift, double dispersion, double events, Random random)
    {
        double[] sum = LevelDrift.Nothing();
        for (int series = 0; series < Series; series++)
        {
            double[] one = LevelDrift.OfCommon(OfOne(weekly, drift, dispersion, events, random));
            sum = [.. sum.Zip(one, (left, right) => left + right)];
        }

        return sum;
    }

    private static double[] OfOne(double weekly, double drift, double dispersion, double events, Random random)
    {
        double[] likelihood = LevelDrift.Nothing();
        for (int half = 0; half < HalfYears; half++)
        {
            double expected = weekly * Weeks;
            double level = expected * Math.Exp(Normal.Sample(random, -drift * drift / 2, drift)) * (random.NextDouble() < events ? 3 : 1);
            int observed = Poisson.Sample(random, Gamma.Sample(random, level / (dispersion - 1), 1 / (dispersion - 1)));
            LevelDrift.Add(likelihood, observed, expected, dispersion, levelVariance: 0);
        }

        return likelihood;
    }
}
