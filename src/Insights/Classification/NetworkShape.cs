namespace Insights.Classification;

/// <summary>Sizes of a word network.</summary>
/// <param name="Dimensions">Values of a word's vector.</param>
/// <param name="Detectors">Detectors over them.</param>
/// <param name="Codes">Codes of all heads, one head after the other.</param>
internal sealed record NetworkShape(int Dimensions, int Detectors, int Codes)
{
    /// <summary>What the last layer sees: the strongest of each detector, then the mean vector.</summary>
    public int Inputs => Detectors + Dimensions;
}
