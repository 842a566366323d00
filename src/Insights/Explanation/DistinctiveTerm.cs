namespace Insights.Explanation;

/// <summary>A term that occurs in more of the signal's complaints than its past predicts.</summary>
/// <param name="Term">The word or pair of words.</param>
/// <param name="ZScore">Log-odds with an informative Dirichlet prior over its standard deviation (Monroe, Colaresi and Quinn 2008, p. 391, eq. 22).</param>
/// <param name="Complaints">How many of the signal's complaints contain it.</param>
/// <param name="OutOf">How many complaints with text the signal has.</param>
public sealed record DistinctiveTerm(string Term, double ZScore, int Complaints, int OutOf);
