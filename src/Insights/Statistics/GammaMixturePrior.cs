using MathNet.Numerics;

namespace Insights.Statistics;

/// <summary>
/// Prior of the gamma–Poisson shrinker: λ is drawn from Gamma(α₁, β₁) with probability P, else from Gamma(α₂, β₂).
/// Source: W. DuMouchel (1999), The American Statistician 53, pp. 179–181.
/// </summary>
public sealed record GammaMixturePrior(double Alpha1, double Beta1, double Alpha2, double Beta2, double Weight)
{
    private const double RootTolerance = 1e-10;
    private const int MaximumBisections = 200;

    /// <summary>Log-likelihood of one count given that zero cells are left out: each component's mass is divided by 1 − its mass at 0.</summary>
    public double LogTruncatedMass(int count, double expected)
    {
        double first = LogMass(count, expected, Alpha1, Beta1) - LogNonZero(expected, Alpha1, Beta1);
        double second = LogMass(count, expected, Alpha2, Beta2) - LogNonZero(expected, Alpha2, Beta2);
        return LogMix(first, second);
    }

    /// <summary>Posterior probability of the first component.</summary>
    public double PosteriorWeight(int count, double expected)
    {
        double first = LogMass(count, expected, Alpha1, Beta1);
        double second = LogMass(count, expected, Alpha2, Beta2);
        return Math.Exp(Math.Log(Weight) + first - LogMix(first, second));
    }

    /// <summary>Empirical Bayes geometric mean of observed / expected: 2^E[log₂ λ].</summary>
    public double GeometricMean(int count, double expected)
    {
        double q = PosteriorWeight(count, expected);
        double first = SpecialFunctions.DiGamma(Alpha1 + count) - Math.Log(Beta1 + expected);
        double second = SpecialFunctions.DiGamma(Alpha2 + count) - Math.Log(Beta2 + expected);
        return Math.Exp((q * first) + ((1 - q) * second));
    }

    /// <summary>The posterior quantile of λ (0.05 gives EB05), by bisection.</summary>
    public double Quantile(int count, double expected, double probability)
    {
        double q = PosteriorWeight(count, expected);
        double Cumulative(double rate) =>
            (q * SpecialFunctions.GammaLowerRegularized(Alpha1 + count, (Beta1 + expected) * rate))
            + ((1 - q) * SpecialFunctions.GammaLowerRegularized(Alpha2 + count, (Beta2 + expected) * rate));

        double high = 1;
        while (Cumulative(high) < probability)
        {
            high *= 2;
        }

        double low = 0;
        for (int step = 0; step < MaximumBisections && high - low > RootTolerance * high; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = Cumulative(middle) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double LogMass(int count, double expected, double alpha, double beta) =>
        LogGamma.Of(alpha + count) - LogGamma.Of(alpha) - LogGamma.Factorial(count)
        - (alpha * Math.Log(1 + (expected / beta))) - (count == 0 ? 0 : count * Math.Log(1 + (beta / expected)));

    private static double LogNonZero(double expected, double alpha, double beta) => Math.Log(1 - Math.Exp(-alpha * Math.Log(1 + (expected / beta))));

    private double LogMix(double first, double second)
    {
        double a = Math.Log(Weight) + first;
        double b = Math.Log(1 - Weight) + second;
        double largest = Math.Max(a, b);
        return largest + Math.Log(Math.Exp(a - largest) + Math.Exp(b - largest));
    }
}
