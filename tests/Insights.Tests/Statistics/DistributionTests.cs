using Insights.Statistics;
using Shouldly;
using TestSupport;
using Xunit;

namespace Insights.Tests.Statistics;

public sealed class DistributionTests
{
    [SharedDataFact("golden/nb_poisson_tails.csv")]
    public void TailsAndMasses_AgainstR_AgreeToTenDigits()
    {
        GoldenFile file = GoldenFile.Read("nb_poisson_tails.csv");
        foreach (string[] row in file.Rows)
        {
            int k = file.Integer(row, "k");
            double mean = file.Number(row, "mu");
            double dispersion = file.Number(row, "phi");
            string what = $"k={k} mu={mean} phi={dispersion}";
            NegativeBinomialDistribution.LogMass(k, mean, dispersion).ShouldBeRelatively(file.Number(row, "log_pmf"), 1e-10, what);
            double tail = file.Number(row, "P_ge_k");
            if (tail > 0)
            {
                NegativeBinomialDistribution.UpperTail(k, mean, dispersion).ShouldBeRelatively(tail, 1e-10, what);
            }

            double poissonTail = file.Number(row, "poisson_P_ge_k");
            if (poissonTail > 0)
            {
                PoissonDistribution.UpperTail(k, mean).ShouldBeRelatively(poissonTail, 1e-10, what);
            }

            NegativeBinomialDistribution.Quantile(0.99, mean, dispersion).ShouldBe(file.Integer(row, "q99"), what);
            PoissonDistribution.Quantile(0.99, mean).ShouldBe(file.Integer(row, "poisson_q99"), what);
        }
    }

    [Theory]
    [InlineData(0.3, 1.0)]
    [InlineData(4.0, 2.5)]
    [InlineData(180.0, 7.0)]
    public void Tails_OfAnyCount_AddToOne(double mean, double dispersion)
    {
        for (int count = 0; count < 400; count++)
        {
            double sum = NegativeBinomialDistribution.LowerTail(count - 1, mean, dispersion) + NegativeBinomialDistribution.UpperTail(count, mean, dispersion);
            sum.ShouldBe(1, 1e-12);
        }
    }

    [Fact]
    public void Masses_OfAllCounts_HaveTheMeanAndVarianceAsked()
    {
        const double mean = 3.2;
        const double dispersion = 2.7;
        double first = 0;
        double second = 0;
        for (int count = 0; count < 500; count++)
        {
            double mass = Math.Exp(NegativeBinomialDistribution.LogMass(count, mean, dispersion));
            first += mass * count;
            second += mass * count * count;
        }

        first.ShouldBe(mean, 1e-10);
        (second - (first * first)).ShouldBe(mean * dispersion, 1e-9);
    }

    [Fact]
    public void Mean_BelowZero_IsRefusedByName() =>
        Should.Throw<ArgumentOutOfRangeException>(() => PoissonDistribution.UpperTail(1, -1)).Message.ShouldContain("0 or more");

    [Theory]
    [InlineData(0.001, 6.907178885383853)]
    [InlineData(0.5, 0.5723649429247)]
    [InlineData(9.99, 12.779315214350195)]
    [InlineData(1234.5, 7550.550901077894)]
    public void LogGamma_AgainstSciPy_AgreesToThirteenDigits(double x, double expected) =>
        LogGamma.Of(x).ShouldBeRelatively(expected, 1e-13, $"x={x}"); // scipy.special.gammaln
}
