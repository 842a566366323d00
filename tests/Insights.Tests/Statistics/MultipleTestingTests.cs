using Insights.Statistics;
using Shouldly;
using TestSupport;
using Xunit;

namespace Insights.Tests.Statistics;

public sealed class MultipleTestingTests
{
    [SharedDataFact("golden/p_adjust.csv")]
    public void AdjustedPValues_AgainstR_Agree()
    {
        GoldenFile file = GoldenFile.Read("p_adjust.csv");
        double[] p = [.. file.Rows.Select(row => file.Number(row, "p"))];
        foreach ((string column, double[] actual) in new[]
        {
            ("bonferroni", MultipleTesting.Bonferroni(p)),
            ("holm", MultipleTesting.Holm(p)),
            ("bh", MultipleTesting.BenjaminiHochberg(p)),
            ("by", MultipleTesting.BenjaminiYekutieli(p)),
        })
        {
            for (int index = 0; index < p.Length; index++)
            {
                actual[index].ShouldBeRelatively(file.Number(file.Rows[index], column), 1e-12, $"{column} {index}");
            }
        }
    }

    [Fact]
    public void DiscreteVariant_WithEveryPValueAttainable_EqualsBenjaminiHochberg()
    {
        double[] p = [0.001, 0.02, 0.03, 0.4];
        double[] plain = MultipleTesting.BenjaminiHochberg(p);
        double[] discrete = MultipleTesting.DiscreteBenjaminiHochberg(p, [p, p, p, p]);
        for (int index = 0; index < p.Length; index++)
        {
            discrete[index].ShouldBe(plain[index], 1e-12);
        }
    }

    [Fact]
    public void DiscreteVariant_WithSeriesThatCannotAlarm_IsStricterOnNobody()
    {
        // Two sparse series can attain 0.3 at best: they cannot be false alarms at 0.01 and do not count against the first.
        double[] adjusted = MultipleTesting.DiscreteBenjaminiHochberg([0.01, 1, 1], [[0.01, 1], [0.3, 1], [0.3, 1]]);
        adjusted[0].ShouldBe(0.01, 1e-12);
        MultipleTesting.BenjaminiHochberg([0.01, 1, 1])[0].ShouldBe(0.03, 1e-12);
    }

    [Fact]
    public void PValue_OutsideZeroToOne_IsNamed() =>
        Should.Throw<ArgumentOutOfRangeException>(() => MultipleTesting.Holm([0.1, double.NaN])).Message.ShouldContain("index 1");
}
