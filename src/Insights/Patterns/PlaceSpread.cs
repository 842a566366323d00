using MathNet.Numerics.Distributions;

namespace Insights.Patterns;

/// <summary>
/// How far places differ from what is expected of them beyond chance. Negative binomial with variance s·μ + c·μ²; c by the method of moments over all places but
/// the most extreme tenth, so that the places looked for do not hide themselves (after D. Spiegelhalter 2005, Handling over-dispersion of performance
/// indicators, Quality and Safety in Health Care 14, pp. 347–351, which limits the extreme tenth instead).
/// </summary>
internal static class PlaceSpread
{
    private const double LeftOut = 0.1;

    /// <summary>c ≥ 0.</summary>
    /// <param name="places">Observed and expected count of each place; an expected count above 0.</param>
    /// <param name="scale">s, the variance over the mean that chance alone gives.</param>
    public static double Of(IReadOnlyList<(int Observed, double Expected)> places, double scale)
    {
        int kept = places.Count - Math.Max(1, (int)Math.Round(LeftOut * places.Count));
        (int Observed, double Expected)[] usual = [.. places.OrderBy(place => Math.Abs(place.Observed - place.Expected) / Math.Sqrt(place.Expected)).Take(kept)];

        // Without its extreme tails a normal distribution keeps this part of its variance: 1 − 2·z·φ(z) / q with q the part kept and z its quantile.
        double part = (double)kept / places.Count;
        double bound = kept == 0 ? 0 : Normal.InvCDF(0, 1, (1 + part) / 2);
        double retained = kept == 0 ? 1 : 1 - (2 * bound * Normal.PDF(0, 1, bound) / part);
        double squares = usual.Sum(place => place.Expected * place.Expected);
        double excess = usual.Sum(place => (Math.Pow(place.Observed - place.Expected, 2) / retained) - (scale * place.Expected));
        return squares > 0 ? Math.Max(0, excess / squares) : 0;
    }
}
