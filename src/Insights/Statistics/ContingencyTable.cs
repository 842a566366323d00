using MathNet.Numerics.Distributions;

namespace Insights.Statistics;

/// <summary>
/// A two-by-two table: how often a combination (a theme in an office) occurs beside what the two margins predict.
/// </summary>
/// <param name="Both">a: complaints with both codes.</param>
/// <param name="FirstOnly">b: complaints with the first code only.</param>
/// <param name="SecondOnly">c: complaints with the second code only.</param>
/// <param name="Neither">d: the rest.</param>
public readonly record struct ContingencyTable(long Both, long FirstOnly, long SecondOnly, long Neither)
{
    private const double Normal975 = 1.959963984540054;
    private const double InformationPrior = 0.5;

    public double Total => (double)Both + FirstOnly + SecondOnly + Neither;

    /// <summary>Count expected when the two codes are independent.</summary>
    public double Expected => (Both + FirstOnly) / Total * (Both + SecondOnly);

    /// <summary>Proportional reporting ratio with 95% limits; the lower is 0 and the upper NaN when a = 0. Source: S. Evans and others (2001), p. 484.</summary>
    public RatioEstimate ProportionalReportingRatio()
    {
        double first = (double)Both + FirstOnly;
        double second = (double)SecondOnly + Neither;
        double error = Math.Sqrt((1.0 / Both) - (1 / first) + (1.0 / SecondOnly) - (1 / second));
        return Limits(Both / first / (SecondOnly / second), error);
    }

    /// <summary>Reporting odds ratio with 95% limits (Woolf 1955, p. 252).</summary>
    public RatioEstimate ReportingOddsRatio()
    {
        double error = Math.Sqrt((1.0 / Both) + (1.0 / FirstOnly) + (1.0 / SecondOnly) + (1.0 / Neither));
        return Limits((double)Both * Neither / ((double)FirstOnly * SecondOnly), error);
    }

    /// <summary>Pearson's χ², with Yates's correction when asked.</summary>
    public double ChiSquare(bool yates)
    {
        double difference = Math.Abs(((double)Both * Neither) - ((double)FirstOnly * SecondOnly));
        if (yates)
        {
            difference = Math.Max(0, difference - (Total / 2));
        }

        double margins = ((double)Both + FirstOnly) * ((double)SecondOnly + Neither) * ((double)Both + SecondOnly) * ((double)FirstOnly + Neither);
        return Total * difference * difference / margins;
    }

    /// <summary>
    /// Information component log₂((a + ½) / (E + ½)) with exact 95% limits from the gamma posterior.
    /// Source: G. N. Norén, J. Hopstadius and A. Bate (2013), Statistical Methods in Medical Research 22, pp. 60–63.
    /// </summary>
    public RatioEstimate InformationComponent()
    {
        double shape = Both + InformationPrior;
        double rate = Expected + InformationPrior;
        return new(Math.Log2(shape / rate), Math.Log2(Gamma.InvCDF(shape, rate, 0.025)), Math.Log2(Gamma.InvCDF(shape, rate, 0.975)));
    }

    /// <summary>Norén's closed approximation of the lower limit of <see cref="InformationComponent"/> (2013, p. 63).</summary>
    public double InformationComponentLowerApproximation()
    {
        double shape = Both + InformationPrior;
        return InformationComponent().Value - (3.3 * Math.Pow(shape, -0.5)) - (2 * Math.Pow(shape, -1.5));
    }

    private static RatioEstimate Limits(double ratio, double error) =>
        new(ratio, ratio == 0 ? 0 : ratio * Math.Exp(-Normal975 * error), ratio == 0 ? double.NaN : ratio * Math.Exp(Normal975 * error));
}
