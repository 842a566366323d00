namespace Insights.Statistics;

/// <summary>
/// How much more often a word occurs in one body of text than in another, with an informative Dirichlet prior.
/// Source: B. Monroe, M. Colaresi and K. Quinn (2008), Political Analysis 16, pp. 387–391, eqs. 16, 20 and 22.
/// </summary>
/// <param name="Delta">Difference of log-odds, δ.</param>
/// <param name="StandardDeviation">Its approximate standard deviation.</param>
public readonly record struct WordLogOdds(double Delta, double StandardDeviation)
{
    public double ZScore => Delta / StandardDeviation;

    /// <summary>Compares a word's counts.</summary>
    /// <param name="count">Occurrences in the body of interest, ≥ 0.</param>
    /// <param name="total">All occurrences of all words there.</param>
    /// <param name="otherCount">Occurrences in the other body.</param>
    /// <param name="otherTotal">All occurrences there.</param>
    /// <param name="prior">α of the word, > 0.</param>
    /// <param name="priorTotal">α₀, the sum of α over all words.</param>
    public static WordLogOdds Compare(double count, double total, double otherCount, double otherTotal, double prior, double priorTotal)
    {
        if (!(prior > 0) || !(priorTotal > prior))
        {
            throw new ArgumentOutOfRangeException(nameof(prior), prior, "The prior must be above 0 and below the total prior.");
        }

        double odds = Math.Log((count + prior) / (total + priorTotal - count - prior));
        double otherOdds = Math.Log((otherCount + prior) / (otherTotal + priorTotal - otherCount - prior));
        return new(odds - otherOdds, Math.Sqrt((1 / (count + prior)) + (1 / (otherCount + prior))));
    }
}
