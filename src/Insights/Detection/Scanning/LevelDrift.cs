using Insights.Statistics;

namespace Insights.Detection.Scanning;

/// <summary>
/// How much levels wander by themselves, beyond what counts vary: the relative standard deviation σ of half-yearly forecasts. Landlords' shares of an
/// ombudsman's decisions wander much, themes little; a rise is one only beyond that. By likelihood on a grid of σ: each half-year is a negative binomial
/// count with chance, the error of the level and σ in its variance, so that a half-year of two complaints says next to nothing about drift; now and then it
/// is an event instead. The σ of the series of a slice lie about a common one (empirical Bayes), and a series' own past counts as far as it tells.
/// Source: B. P. Carlin and T. A. Louis (2008), Bayesian Methods for Data Analysis, 3rd ed., ch. 5.
/// </summary>
internal static class LevelDrift
{
    /// <summary>No series keeps its level more exactly than this share of it over half a year.</summary>
    private const double SmallestDrift = 0.04;

    /// <summary>The values of σ that are weighed: from next to none to a level that may double.</summary>
    private const double FirstOfGrid = 0.01;
    private const double LastOfGrid = 1;
    private const int GridSize = 25;

    /// <summary>Supposed of a slice before anything has been seen, and how surely (standard deviation of ln σ): a variance of 0.05² for one of its series.</summary>
    private const double PriorDrift = 0.03;
    private const double PriorSpread = 0.7;

    /// <summary>Standard deviation of ln σ over the series of a slice.</summary>
    private const double SliceSpread = 0.3;

    /// <summary>So many half-years hold an event, of any size: its relative variance.</summary>
    private const double EventShare = 0.01;
    private const double EventVariance = 1;

    private static readonly double[] Grid = [.. Enumerable.Range(0, GridSize)
        .Select(index => FirstOfGrid * Math.Pow(LastOfGrid / FirstOfGrid, index / (GridSize - 1.0)))];

    private static readonly double[] Prior = About(PriorDrift, PriorSpread);

    /// <summary>For each common σ, how the σ of single series lie about it.</summary>
    private static readonly double[][] Spread = [.. Grid.Select(common => About(common, SliceSpread))];

    /// <summary>Log-likelihood of each σ where nothing has been seen.</summary>
    public static double[] Nothing() => new double[GridSize];

    /// <summary>Adds a half-year to the log-likelihood of each σ.</summary>
    /// <param name="logLikelihood">Changed.</param>
    /// <param name="observed">Complaints of the half-year.</param>
    /// <param name="expected">What was expected before it; > 0.</param>
    /// <param name="dispersion">φ as known before it.</param>
    /// <param name="levelVariance">Squared standard error of the logarithm of the level.</param>
    public static void Add(double[] logLikelihood, int observed, double expected, double dispersion, double levelVariance)
    {
        double LogMass(double drift) => NegativeBinomialDistribution.LogMass(observed, expected, dispersion + (expected * (levelVariance + drift)));
        double withEvent = Math.Log(EventShare) + LogMass(EventVariance);
        for (int index = 0; index < GridSize; index++)
        {
            logLikelihood[index] += LogOfSum(Math.Log(1 - EventShare) + LogMass(Grid[index] * Grid[index]), withEvent);
        }
    }

    /// <summary>Log-likelihood of each common σ of a slice by one of its series.</summary>
    public static double[] OfCommon(double[] own)
    {
        double largest = own.Max();
        double[] likelihoods = [.. own.Select(value => Math.Exp(value - largest))];
        return [.. Spread.Select(weights => largest + Math.Log(weights.Zip(likelihoods, (weight, likelihood) => weight * likelihood).Sum()))];
    }

    /// <summary>σ² of one series: what the others of its slice have in common, and its own past as far as it tells.</summary>
    /// <param name="common">Sum of <see cref="OfCommon"/> over the other series of the slice.</param>
    /// <param name="own">Log-likelihood of its own past.</param>
    public static double OfSeries(double[] common, double[] own)
    {
        double[] slice = Weights(common, Prior);
        double[] about = new double[GridSize];
        for (int index = 0; index < GridSize; index++)
        {
            for (int drift = 0; drift < GridSize; drift++)
            {
                about[drift] += slice[index] * Spread[index][drift];
            }
        }

        double[] posterior = Weights(own, about);
        return Math.Max(SmallestDrift * SmallestDrift, posterior.Zip(Grid, (weight, drift) => weight * drift * drift).Sum());
    }

    private static double[] Weights(double[] logLikelihood, double[] prior)
    {
        double largest = logLikelihood.Max();
        double[] weights = [.. logLikelihood.Zip(prior, (value, weight) => Math.Exp(value - largest) * weight)];
        double sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    private static double[] About(double center, double spread)
    {
        double[] weights = [.. Grid.Select(drift => Math.Exp(-Math.Pow(Math.Log(drift / center) / spread, 2) / 2))];
        double sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }

    private static double LogOfSum(double left, double right)
    {
        double largest = Math.Max(left, right);
        return largest + Math.Log(Math.Exp(left - largest) + Math.Exp(right - largest));
    }
}
