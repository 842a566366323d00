using Insights.Statistics;

namespace Insights.Explanation;

/// <summary>
/// Finds the terms that occur in more of a signal's complaints than its past predicts. Counted by complaint, not by word: one person's long letter must not
/// speak for the rest. Source: B. Monroe, M. Colaresi and K. Quinn (2008), Political Analysis 16, pp. 387–391.
/// </summary>
internal static class DistinctiveTerms
{
    private const int MostTerms = 10;

    /// <summary>A term of fewer complaints is an anecdote.</summary>
    private const int FewestComplaints = 3;

    /// <summary>Two standard deviations, the usual bound in the source (p. 391).</summary>
    private const double SmallestZScore = 1.96;

    /// <summary>The prior's weight, as a share of all complaints counted: it draws rare terms towards no difference.</summary>
    private const double PriorShare = 0.1;

    /// <summary>A word is passed over when a pair with it, named already, holds this share of its complaints.</summary>
    private const double CoveredShare = 0.6;

    public static IReadOnlyList<DistinctiveTerm> Find(TermTable table)
    {
        if (table.SignalComplaints < FewestComplaints || table.PastComplaints == 0)
        {
            return [];
        }

        List<DistinctiveTerm> chosen = [];
        IEnumerable<DistinctiveTerm> candidates = table.Signal
            .Where(pair => pair.Value >= FewestComplaints)
            .Select(pair => new DistinctiveTerm(pair.Key, ZScore(table, pair.Key), pair.Value, table.SignalComplaints))
            .Where(term => term.ZScore >= SmallestZScore)
            .OrderByDescending(term => term.ZScore).ThenByDescending(term => term.Term.Length).ThenBy(term => term.Term, StringComparer.Ordinal);
        foreach (DistinctiveTerm candidate in candidates)
        {
            if (!chosen.Exists(term => Repeats(term, candidate)))
            {
                chosen.Add(candidate);
            }

            if (chosen.Count == MostTerms)
            {
                break;
            }
        }

        return chosen;
    }

    /// <summary>How much more often a term occurs in the signal's complaints, in standard deviations.</summary>
    public static double ZScore(TermTable table, string term)
    {
        int count = table.Signal.GetValueOrDefault(term);
        int before = table.Past.GetValueOrDefault(term);
        double total = table.SignalComplaints + table.PastComplaints;
        double priorTotal = PriorShare * total;

        // By complaint a term is there or not; the prior is its share among all complaints.
        double prior = priorTotal * (count + before + 0.5) / (total + 1);
        return WordLogOdds.Compare(count, table.SignalComplaints, before, table.PastComplaints, prior, priorTotal).ZScore;
    }

    private static bool Repeats(DistinctiveTerm named, DistinctiveTerm candidate)
    {
        bool within = named.Term.Split(' ').Contains(candidate.Term, StringComparer.Ordinal) || candidate.Term.Split(' ').Contains(named.Term, StringComparer.Ordinal);
        bool shareWord = named.Term.Split(' ').Intersect(candidate.Term.Split(' '), StringComparer.Ordinal).Any();
        return (within || shareWord) && Math.Min(named.Complaints, candidate.Complaints) >= CoveredShare * Math.Max(named.Complaints, candidate.Complaints);
    }
}
