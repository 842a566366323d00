namespace Insights.Detection.Farrington;

/// <summary>How the threshold follows from the fitted mean.</summary>
public enum FarringtonThreshold
{
    /// <summary>Quantile of the negative binomial with the fitted mean and dispersion (Noufaily and others 2013).</summary>
    NegativeBinomial,

    /// <summary>The same with the upper confidence limit of the mean (Salmon and others 2016, p. 10).</summary>
    NegativeBinomialUpperMean,

    /// <summary>Normal limit after the two-thirds power transformation (Farrington and others 1996).</summary>
    TwoThirdsPower,
}
