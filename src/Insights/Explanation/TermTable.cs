using Insights.Complaints;

namespace Insights.Explanation;

/// <summary>In how many complaints of a signal, and of its past, each term occurs. Near-identical letters count once.</summary>
internal sealed class TermTable
{
    private TermTable(Dictionary<string, int> signal, int signalComplaints, Dictionary<string, int> past, int pastComplaints)
    {
        Signal = signal;
        SignalComplaints = signalComplaints;
        Past = past;
        PastComplaints = pastComplaints;
    }

    public IReadOnlyDictionary<string, int> Signal { get; }

    /// <summary>Complaints with text.</summary>
    public int SignalComplaints { get; }

    public IReadOnlyDictionary<string, int> Past { get; }

    public int PastComplaints { get; }

    public static TermTable Of(IEnumerable<ArchivedComplaint> signal, IEnumerable<ArchivedComplaint> past)
    {
        (Dictionary<string, int> signalTerms, int signalComplaints) = Count(signal);
        (Dictionary<string, int> pastTerms, int pastComplaints) = Count(past);
        return new TermTable(signalTerms, signalComplaints, pastTerms, pastComplaints);
    }

    /// <summary>A table of terms that are counted already.</summary>
    public static TermTable Of(Dictionary<string, int> signal, int signalComplaints, Dictionary<string, int> past, int pastComplaints) =>
        new(signal, signalComplaints, past, pastComplaints);

    private static (Dictionary<string, int> Terms, int Complaints) Count(IEnumerable<ArchivedComplaint> complaints)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        int total = 0;
        foreach (ArchivedComplaint complaint in complaints.DistinctBy(complaint => complaint.Voice))
        {
            if (complaint.Text is not { } text)
            {
                continue;
            }

            total++;
            foreach (string term in TermReader.Terms(text).ToHashSet(StringComparer.Ordinal))
            {
                counts[term] = counts.GetValueOrDefault(term) + 1;
            }
        }

        return (counts, total);
    }
}
