using Insights.Complaints;
using Insights.Text;

namespace Insights.Explanation;

/// <summary>Chooses a few sentences that stand for a signal: rich in its distinctive terms, from different complaints, none much like another.</summary>
internal static class RepresentativeSentences
{
    private const int MostSentences = 5;
    private const int ShortestSentence = 30;
    private const int LongestSentence = 320;

    /// <summary>Two sentences that share this part of their words say the same.</summary>
    private const double LargestOverlap = 0.4;

    /// <summary>Added to a sentence's number of terms before dividing, so that very short sentences do not win by one word.</summary>
    private const double LengthAllowance = 6;

    public static IReadOnlyList<RepresentativeSentence> Choose(IReadOnlyList<ArchivedComplaint> complaints, TermTable table)
    {
        Dictionary<string, double> weights = new(StringComparer.Ordinal);
        List<Candidate> candidates = [.. complaints
            .Where(complaint => complaint.Text is not null)
            .SelectMany(complaint => SentenceSplitter.Split(complaint.Text!)
                .Select(sentence => complaint.Text![sentence.Start..sentence.End])
                .Where(sentence => sentence.Length is >= ShortestSentence and <= LongestSentence)
                .Select(sentence => Score(complaint, sentence, table, weights)))
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Sentence, StringComparer.Ordinal).ThenBy(candidate => candidate.Complaint.ComplaintId)];
        List<Candidate> chosen = [];
        foreach (Candidate candidate in candidates)
        {
            if (!chosen.Exists(other => IsLike(other, candidate)))
            {
                chosen.Add(candidate);
            }

            if (chosen.Count == MostSentences)
            {
                break;
            }
        }

        return [.. chosen.Select(candidate => new RepresentativeSentence(candidate.Complaint.ComplaintId, candidate.Sentence))];
    }

    private static Candidate Score(ArchivedComplaint complaint, string sentence, TermTable table, Dictionary<string, double> weights)
    {
        HashSet<string> terms = TermReader.Terms(sentence).ToHashSet(StringComparer.Ordinal);
        double sum = 0;
        foreach (string term in terms)
        {
            if (!weights.TryGetValue(term, out double weight))
            {
                weights[term] = weight = Weight(term, table);
            }

            sum += weight;
        }

        return new Candidate(complaint, sentence, terms, sum / (terms.Count + LengthAllowance));
    }

    /// <summary>What the signal's complaints share counts, the more the rarer it is in the past: what every letter says ("I write about") stands for nothing.</summary>
    private static double Weight(string term, TermTable table)
    {
        double share = (double)table.Signal.GetValueOrDefault(term) / Math.Max(1, table.SignalComplaints);
        double rarity = Math.Log((table.PastComplaints + 1) / (table.Past.GetValueOrDefault(term) + 1.0));
        double distinct = table.PastComplaints == 0 ? 0 : Math.Max(0, DistinctiveTerms.ZScore(table, term) - 1);
        return share * (rarity + distinct);
    }

    private static bool IsLike(Candidate chosen, Candidate candidate)
    {
        bool sameSource = chosen.Complaint.ComplaintId == candidate.Complaint.ComplaintId
            || (chosen.Complaint.CampaignId is { } campaign && campaign == candidate.Complaint.CampaignId);
        int shared = chosen.Terms.Count(candidate.Terms.Contains);
        return sameSource || shared > LargestOverlap * Math.Min(chosen.Terms.Count, candidate.Terms.Count);
    }

    private sealed record Candidate(ArchivedComplaint Complaint, string Sentence, HashSet<string> Terms, double Score);
}
