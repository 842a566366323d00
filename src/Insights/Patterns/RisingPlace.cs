using Insights.Detection.Scanning;

namespace Insights.Patterns;

/// <summary>One place's recent complaints of a pattern against its own past.</summary>
/// <param name="Code">The place.</param>
/// <param name="Observed">Recent complaints, each campaign once.</param>
/// <param name="Expected">Predicted from the past.</param>
/// <param name="LogPValue">Natural logarithm of the chance of so many.</param>
internal readonly record struct RisingPlace(string Code, int Observed, double Expected, double LogPValue)
{
    /// <summary>Added to the past count: Jeffreys' prior for a rate (H. Jeffreys 1961, Theory of Probability, § 3.1).</summary>
    private const double Prior = 0.5;

    /// <summary>
    /// Recent ~ negative binomial: a Poisson count whose rate is known only from the past count, gamma with shape past + ½. Mean (past + ½)·r, variance / mean
    /// 1 + r, with r the recent days over the past days, times the growth of all complaints of the place.
    /// </summary>
    public static RisingPlace Of(string code, int recent, int past, double daysRatio)
    {
        double expected = (past + Prior) * daysRatio;
        return new RisingPlace(code, recent, expected, WindowTail.LogPValue(recent, expected, 1 + daysRatio, isFall: false));
    }
}
